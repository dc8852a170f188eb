import type { BlockMark } from '#catalogue'

/** A place, and the blocks of the story as it is now. */
export interface PlaceRow {
  readonly block: string | null
  readonly share: number | string | null
  readonly block_marks: string | null
}

/** From here on what is left is a closing line. */
export const finished = 0.95

/** How much of the whole story lies behind, 0 to 1; what comes before its blocks counts as nothing. */
export function shareRead({ block, share, block_marks }: PlaceRow): number {
  if (block === null || block_marks === null) return 0
  const marks: readonly BlockMark[] = JSON.parse(block_marks)
  const index = marks.findIndex(({ id }) => id === block)
  if (index === -1 || marks.length === 0) return 0
  return Math.min(1, (index + Number(share ?? 0)) / marks.length)
}
