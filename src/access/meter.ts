/** The calendar month ("2031-04") that it is in this zone: the meter begins anew with each. */
export function monthOf(at: Temporal.Instant, zone: string): string {
  return at.toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().toString()
}

/** How many metered stories may be opened, and where a month begins. */
export interface MeterRules {
  /** Stories a month for an account; 0 for none. */
  readonly readers: number
  /** Stories a month for the browser of a stranger; 0 for none, and then there is no cookie. */
  readonly strangers: number
  /** IANA name of the stand's zone. */
  readonly zone: string
  /** Signs what strangers' browsers keep, and hides their addresses. */
  readonly key: Uint8Array
}
