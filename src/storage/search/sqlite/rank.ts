import { momentOf } from '../document-id.ts'
import type { Candidates, Deadline, Span } from './candidates.ts'
import { expressionOf } from './expression.ts'
import type { Extent } from './extent.ts'
import type { Weighed } from './weigh.ts'

/** A part in the headline says most of what a story is about; then where else it is announced. */
const inHeadline = 3
const inFront = 1.2
const front = ['standfirst', 'byline', 'section', 'publication'] as const

/** Days after which a story's freshness is half of what it was. */
const halfLife = 90
const dayOfMilliseconds = 86_400_000

export interface RankNeeds {
  readonly candidates: Candidates
  readonly extent: Extent
  readonly until: Deadline
  readonly now: Temporal.Instant
}

/**
 * The candidates, the best first: by where their parts stand, how rare these are, and how fresh the
 * story is. It looks at public words alone, so the order tells nothing of a rest.
 * @param has for a loose question the ids that have each part; everything has every part without it
 */
export function ranked(
  ids: readonly number[],
  parts: readonly Weighed[],
  { candidates, extent, until, now }: RankNeeds,
  has?: readonly ReadonlySet<number>[],
): number[] {
  const span = spanOf(ids)
  const limits = { most: ids.length * 2 + 200, until, density: extent.density }
  const where = (part: Weighed['part'], fields: Parameters<typeof expressionOf>[2]) => {
    const expression = expressionOf(part, extent.languages, fields)
    return new Set(candidates.newest('shown', expression, span, limits).ids)
  }
  const sets = parts.map(({ part, weight }, index) => ({
    weight,
    any: has?.[index],
    headline: part.within === null ? where(part, ['headline']) : nothing,
    front: part.within === null ? where(part, front) : nothing,
  }))
  const scored = ids.map((id) => {
    let score = 0
    for (const { weight, any, headline, front: announced } of sets) {
      if (any !== undefined && !any.has(id)) continue
      const place = (headline.has(id) ? inHeadline : 0) + (announced.has(id) ? inFront : 0)
      score += weight * (1 + place)
    }
    return { id, score: score * freshness(id, now) }
  })
  return scored
    .sort((one, other) => other.score - one.score || other.id - one.id)
    .map(({ id }) => id)
}

const nothing: ReadonlySet<number> = new Set()

/** 1 for what came out now, and never less than a half. */
function freshness(id: number, now: Temporal.Instant): number {
  const age = Math.max(0, now.epochMilliseconds - momentOf(id)) / dayOfMilliseconds
  return 0.5 + 0.5 * 2 ** (-age / halfLife)
}

function spanOf(ids: readonly number[]): Span {
  return {
    low: ids.reduce((least, id) => Math.min(least, id), Infinity),
    high: Math.max(0, ...ids),
  }
}
