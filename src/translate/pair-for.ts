import type { Pair } from './engine.ts'
import { isSameLanguage } from './same-language.ts'

const worth = { good: 2, unknown: 1, draft: 0 } as const

/**
 * The pair that serves these languages best: the very tags before another form of the language, a good
 * one before a rough one.
 * @param drafts whether the operator wants rough ones too
 */
export function pairFor(
  pairs: readonly Pair[],
  from: string,
  to: string,
  drafts: boolean,
): Pair | null {
  const rank = (pair: Pair) =>
    worth[pair.grade] + (pair.from === from ? 4 : 0) + (pair.to === to ? 8 : 0)
  const fitting = pairs.filter(
    (pair) =>
      isSameLanguage(pair.from, from) &&
      isSameLanguage(pair.to, to) &&
      (drafts || pair.grade !== 'draft'),
  )
  return fitting.toSorted((one, other) => rank(other) - rank(one))[0] ?? null
}
