import type { Chosen } from '#catalogue'

/** One place up or down; the first stays first, and the last stays last. */
export function moved<One extends Pick<Chosen, 'storyId'>>(
  chosen: readonly One[],
  storyId: string,
  by: 'up' | 'down',
): readonly One[] {
  const at = chosen.findIndex((one) => one.storyId === storyId)
  const one = chosen[at]
  const to = by === 'up' ? at - 1 : at + 1
  if (one === undefined || to < 0 || to >= chosen.length) return chosen
  return chosen.toSpliced(at, 1).toSpliced(to, 0, one)
}

/**
 * What one editor typed, and below it what another chose meanwhile: nothing of either is lost.
 * @param typed made from an older revision
 * @param kept what is kept now
 */
export function withAddedMeanwhile(
  typed: readonly Chosen[],
  kept: readonly Chosen[],
): readonly Chosen[] {
  const known = new Set(typed.map(({ storyId }) => storyId))
  return [...typed, ...kept.filter(({ storyId }) => !known.has(storyId))]
}
