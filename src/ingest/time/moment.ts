import type { DateParts } from './date-parts.ts'
import { hasThaiDigits, westernDigits } from './digits.ts'
import { mailParts } from './mail-date.ts'
import { minutesAhead } from './zones.ts'

/**
 * The moment that a feed's date means, or null when it means none: RFC 822 with the faults it has
 * in the wild, ISO 8601 and its W3C profile, digits and month names of other scripts. A date
 * without a zone is in the given one (IANA); one without a time is at its midnight. The start of
 * 1970 and the year 1 are what programs write for "none", so they are none.
 */
export function momentIn(text: string, timeZone: string): Temporal.Instant | null {
  const plain = westernDigits(text).replace(/\s+/g, ' ').trim().slice(0, 100)
  const parts = isoParts(plain) ?? mailParts(plain)
  if (parts === null || parts.year <= 1) return null
  const year = hasThaiDigits(text) && parts.year > 2400 ? parts.year - 543 : parts.year
  const moment = momentOf({ ...parts, year }, timeZone)
  return moment === null || moment.epochMilliseconds === 0 ? null : moment
}

const iso =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?|\/(\d{1,2})\/(\d{1,2})|(\d{2})(\d{2}))?(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?\s*([A-Z]{1,5}|(?:GMT|UTC)?\s?[+-]\d{2}:?(?:\d{2})?)?$/i

function isoParts(text: string): DateParts | null {
  const found = iso.exec(text)
  if (found === null) return null
  const [, year, m1, d1, m2, d2, m3, d3, hour, minute, second, fraction, zone = ''] = found
  return {
    year: Number(year),
    month: Number(m1 ?? m2 ?? m3 ?? 1),
    day: Number(d1 ?? d2 ?? d3 ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Math.trunc(Number(`0.${fraction ?? 0}`) * 1000),
    zone,
  }
}

/** A leap second is the one before it; a day or an hour that does not exist is no moment. */
function momentOf({ zone, ...parts }: DateParts, timeZone: string): Temporal.Instant | null {
  try {
    const second = Math.min(parts.second, parts.second === 60 ? 59 : 60)
    const local = Temporal.PlainDateTime.from({ ...parts, second }, { overflow: 'reject' })
    const ahead = minutesAhead(zone)
    if (ahead === null) return local.toZonedDateTime(timeZone).toInstant()
    return local.toZonedDateTime('UTC').subtract({ minutes: ahead }).toInstant()
  } catch {
    return null
  }
}
