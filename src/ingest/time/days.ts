/** The day that "2025-05-20" means, or null: a date with a time is a moment, not a day. */
export function dayIn(written: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written.trim())) return null
  try {
    return Temporal.PlainDate.from(written.trim())
  } catch {
    return null
  }
}

/** The day of the edition: as said, else the story's date where that is a day without a time. */
export function editionDayOf(said: string, dates: readonly string[]): Temporal.PlainDate | null {
  return dayIn(said) ?? dayIn(dates[0] ?? '')
}
