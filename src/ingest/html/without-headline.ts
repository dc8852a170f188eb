import { textOf } from '#catalogue'
import type { DraftBlock } from '../draft.ts'

/** The blocks without a first heading or paragraph that only says the headline again. */
export function withoutHeadline(
  blocks: readonly DraftBlock[],
  headline: string,
): readonly DraftBlock[] {
  const [first, ...rest] = blocks
  if (rest.length === 0 || (first?.kind !== 'heading' && first?.kind !== 'paragraph')) return blocks
  return textOf(first.html).toLowerCase() === headline.toLowerCase() ? rest : blocks
}
