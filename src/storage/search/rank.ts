import { momentOf } from './document-id.ts'
import { type Tongue, waysIn } from './expression.ts'
import { factsEnd, type Row } from './shelf.ts'
import type { Weighed } from './weigh.ts'

/** A part in the headline says most of what a story is about; then where else it is announced. */
const inHeadline = 3
const inFront = 1.2

/** How much better a story is in the language of whoever asks. */
const inOwnLanguage = 2.5

/** Days after which a story's freshness is half of what it was. */
const halfLife = 90
const dayOfMilliseconds = 86_400_000

interface RankNeeds {
  readonly tongue: Tongue
  readonly now: Temporal.Instant
  /** What whoever asks reads, or empty. */
  readonly language: string
  /** Every candidate has every part; otherwise those that were found to, or have it in front. */
  readonly strict: boolean
}

/**
 * The candidates, the best first: by where their parts stand, how rare these are, and how fresh the
 * story is. It looks at public words alone, so the order tells nothing of a rest.
 */
export function ranked(
  rows: readonly Row[],
  parts: readonly Weighed[],
  { tongue, now, language, strict }: RankNeeds,
): Row[] {
  const asked = new Map<string, ReturnType<typeof askedIn>>()
  const askedIn = (spoken: string) =>
    parts.map(({ part, weight, ids }) => ({
      weight,
      has: strict ? null : ids,
      // In a field of its own a part says the same wherever it is found.
      ways:
        part.within === null ? waysIn(part, spoken, tongue).map((way) => ` ${way.join(' ')} `) : [],
    }))
  const at = now.epochMilliseconds
  const scored = rows.map((row) => {
    const end = row.text.indexOf('\n')
    const headline = ` ${row.text.slice(0, end)} `
    const front = `${row.text.slice(end)} `
    const spoken = row.facts.slice(0, row.facts.indexOf(factsEnd))
    let score = 0
    for (const { weight, has: those, ways } of asked.getOrInsertComputed(spoken, askedIn)) {
      const place =
        (ways.some((way) => headline.includes(way)) ? inHeadline : 0) +
        (ways.some((way) => front.includes(way)) ? inFront : 0)
      if (place > 0 || those === null || those.has(row.id)) score += weight * (1 + place)
    }
    const tongued = spoken === language ? inOwnLanguage : 1
    return { row, score: score * tongued * freshness(row.id, at) }
  })
  return scored
    .sort((one, other) => other.score - one.score || other.row.id - one.row.id)
    .map(({ row }) => row)
}

/** 1 for what came out now, and never less than a half. */
function freshness(id: number, now: number): number {
  const age = Math.max(0, now - momentOf(id)) / dayOfMilliseconds
  return 0.5 + 0.5 * 2 ** (-age / halfLife)
}
