import type { Period } from './offer.ts'

/**
 * The end of so many months or years that begin now, by the calendar of the stand's zone: a month
 * from 31 January ends on the last of February.
 */
export function endOf(
  since: Temporal.Instant,
  length: { readonly months: number } | Period,
  zone: string,
): Temporal.Instant {
  const months = length === 'month' ? 1 : length === 'year' ? 12 : length.months
  return since.toZonedDateTimeISO(zone).add({ months }).toInstant()
}

/** The end of so many days that begin now: at the same hour of the stand's zone. */
export function afterDays(since: Temporal.Instant, days: number, zone: string): Temporal.Instant {
  return since.toZonedDateTimeISO(zone).add({ days }).toInstant()
}

/** The later of two moments. */
export function laterOf(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) >= 0 ? one : other
}

/** The earlier of two moments; null is never. */
export function earlierOf(
  one: Temporal.Instant | null,
  other: Temporal.Instant | null,
): Temporal.Instant | null {
  if (one === null || other === null) return one ?? other
  return Temporal.Instant.compare(one, other) <= 0 ? one : other
}

export function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}
