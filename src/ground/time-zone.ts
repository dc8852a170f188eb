/** The IANA name for what somebody wrote ("europe/paris" gives "Europe/Paris"), or null. */
export function timeZoneOf(text: string): string | null {
  try {
    return Temporal.Now.zonedDateTimeISO(text).timeZoneId
  } catch {
    return null
  }
}
