import type { Clock } from '#ground/clock'
import { type Keys, keyedDigest } from './keys.ts'
import { fullUntil, limits, partEnds, partOf, type RateName } from './rate.ts'
import type { Rates } from './store.ts'

export interface LimitNeeds {
  readonly rates: Rates
  readonly keys: Keys
  readonly clock: Clock
}

/** Something done too often: it may be tried again then. */
export interface Wait {
  readonly kind: 'wait'
  readonly until: Temporal.Instant
}

/**
 * Counts what somebody does, by each of these names and whom or what it concerns; null when all
 * are within their limits. Whoever has to wait is not counted, so trying on does not lengthen it.
 */
export async function withinLimits(
  { rates, keys, clock }: LimitNeeds,
  subjects: Partial<Readonly<Record<RateName, string>>>,
): Promise<Wait | null> {
  const at = clock()
  const names = Object.keys(limits).filter((name) => name in limits) as RateName[]
  const wanted = names.flatMap((name) => {
    const subject = subjects[name]
    if (subject === undefined) return []
    const part = partOf(limits[name], at)
    const key = keyedDigest(keys.rates, name, subject)
    return [{ name, key, part, endsAt: partEnds(limits[name], part) }]
  })
  const until = await rates.take(wanted, ({ name }, buckets) =>
    fullUntil(limits[name], buckets, at),
  )
  return until === null ? null : { kind: 'wait', until }
}
