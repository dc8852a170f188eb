import type { AppNeeds } from '../../needs.ts'

/** The day of a moment, by the calendar of the stand. */
export function dayOf({ access }: Pick<AppNeeds, 'access'>, at: Temporal.Instant) {
  return at.toZonedDateTimeISO(access.rules.zone).toPlainDate()
}
