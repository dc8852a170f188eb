import { momentOf } from './document-id.ts'
import { type Tongue, waysOf } from './expression.ts'
import type { Row } from './shelf.ts'
import type { Weighed } from './weigh.ts'

/** A part in the headline says most of what a story is about; then where else it is announced. */
const inHeadline = 3
const inFront = 1.2

/** Days after which a story's freshness is half of what it was. */
const halfLife = 90
const dayOfMilliseconds = 86_400_000

/**
 * The candidates, the best first: by where their parts stand, how rare these are, and how fresh the
 * story is. It looks at public words alone, so the order tells nothing of a rest.
 * @param has for a loose question the ids that have each part; everything has every part without it
 */
export function ranked(
  rows: readonly Row[],
  parts: readonly Weighed[],
  { tongue, now }: { readonly tongue: Tongue; readonly now: Temporal.Instant },
  has?: readonly ReadonlySet<number>[],
): Row[] {
  const asked = parts.map(({ part, weight }, index) => ({
    weight,
    has: has?.[index],
    // In a field of its own a part says the same wherever it is found.
    ways: part.within === null ? waysOf(part, tongue).map((way) => ` ${way.join(' ')} `) : [],
  }))
  const at = now.epochMilliseconds
  const scored = rows.map((row) => {
    const headline = ` ${row.headline} `
    const front = ` ${row.front} `
    let score = 0
    for (const { weight, has: those, ways } of asked) {
      if (those !== undefined && !those.has(row.id)) continue
      const place =
        (ways.some((way) => headline.includes(way)) ? inHeadline : 0) +
        (ways.some((way) => front.includes(way)) ? inFront : 0)
      score += weight * (1 + place)
    }
    return { row, score: score * freshness(row.id, at) }
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
