const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const dated = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/
const longest = 3_600

/**
 * How long a server asks to be left alone: seconds or a date (RFC 9110, 10.2.3), an hour at most.
 * @returns undefined when it says nothing that can be understood
 */
export function waitIn(retryAfter: string): Temporal.Duration | undefined {
  const seconds = /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : secondsUntil(retryAfter)
  if (seconds === null) return undefined
  return Temporal.Duration.from({ seconds: Math.round(Math.max(0, Math.min(seconds, longest))) })
}

function secondsUntil(date: string): number | null {
  const [, day, month = '', year, time] = dated.exec(date) ?? []
  const number = String(months.indexOf(month) + 1).padStart(2, '0')
  try {
    const then = Temporal.Instant.from(`${year}-${number}-${day}T${time}Z`)
    return then.since(Temporal.Now.instant()).total('seconds')
  } catch {
    return null
  }
}
