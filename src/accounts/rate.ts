/** How often something may be done within a stretch of time. */
export interface Limit {
  readonly most: number
  readonly seconds: number
}

const hour = 3_600

/**
 * What is counted. An address is counted for each network too, so that a stranger far away has to
 * spend many networks to keep a reader from being written to. None of these is asked of a passkey.
 */
export const limits = {
  'ask-address-asker': { most: 6, seconds: hour },
  'ask-address': { most: 20, seconds: hour },
  'ask-asker': { most: 60, seconds: hour },
  'try-address': { most: 10, seconds: hour },
  'try-asker': { most: 60, seconds: hour },
  'link-asker': { most: 120, seconds: hour },
  'provider-asker': { most: 120, seconds: hour },
  'voucher-reader': { most: 10, seconds: hour },
  /** Stories that a machine has to translate anew for somebody without an account. */
  'translate-asker': { most: 12, seconds: hour },
  /** The same of stories that a voice has to speak: the sound and the times of its words count each. */
  'narrate-asker': { most: 120, seconds: hour },
} as const satisfies Readonly<Record<string, Limit>>

export type RateName = keyof typeof limits

/** Parts of a stretch that are counted together. */
const parts = 12

/** What was counted in one part of the stretch; `at` is the number of the part since 1970. */
export interface Bucket {
  readonly part: number
  readonly count: number
}

const milliseconds = ({ seconds }: Limit) => (seconds * 1_000) / parts

export function partOf(limit: Limit, at: Temporal.Instant): number {
  return Math.floor(at.epochMilliseconds / milliseconds(limit))
}

/** When a part no longer counts. */
export function partEnds(limit: Limit, part: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds((part + parts + 1) * milliseconds(limit))
}

/**
 * Null when it may be done once more; otherwise when it may be tried again. The oldest part counts
 * whole, so that within no stretch of that length more is done than the limit says.
 */
export function fullUntil(
  limit: Limit,
  buckets: readonly Bucket[],
  at: Temporal.Instant,
): Temporal.Instant | null {
  const oldest = partOf(limit, at) - parts
  const counting = buckets.filter(({ part }) => part >= oldest).toSorted((a, b) => a.part - b.part)
  let left = counting.reduce((sum, { count }) => sum + count, 0)
  if (left < limit.most) return null
  for (const { part, count } of counting) {
    left -= count
    if (left < limit.most) return partEnds(limit, part)
  }
  return partEnds(limit, partOf(limit, at))
}
