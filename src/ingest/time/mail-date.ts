import type { DateParts } from './date-parts.ts'
import { monthNamed } from './month-names.ts'

const clock = /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\b\.?)?/i
const zoneAfter = /^\s*((?:GMT|UTC?)?\s?[+-]\d{1,2}:?(?:\d{2})?|[A-Z]{1,4}\b(?!\.))/i
const dotted = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/

/**
 * A date as in mail (RFC 822): "Wed, 4 Jun 2025 09:30:00 +0200". Weekdays are not looked at, since
 * wrong ones abound; commas, hyphens, ordinals, American order, the order of `asctime` and dotted
 * days (4.6.2025) are taken. "6/4/2025" is two different days, so it is none.
 */
export function mailParts(text: string): DateParts | null {
  const bare = text.replace(/\([^)]*\)/g, ' ').trim()
  const found = clock.exec(bare)
  const before = found === null ? bare : bare.slice(0, found.index)
  const rest = found === null ? '' : bare.slice(found.index + found[0].length)
  const zone = zoneOf(rest)
  const day = dayIn(`${before} ${rest.slice(zone.length)}`)
  if (day === null) return null
  const [, hour = '0', minute = '0', second = '0', half] = found ?? []
  return {
    ...day,
    hour: hourOf(Number(hour), half?.toLowerCase()),
    minute: Number(minute),
    second: Number(second),
    millisecond: 0,
    zone: zone.trim(),
  }
}

/** A month after the time ("10:00 Jun 4") is no zone. */
function zoneOf(rest: string): string {
  const [zone = ''] = zoneAfter.exec(rest) ?? []
  return monthNamed(zone.trim()) === null ? zone : ''
}

function dayIn(text: string): Pick<DateParts, 'year' | 'month' | 'day'> | null {
  const [, d, m, y] = dotted.exec(text) ?? []
  if (y !== undefined) return { year: Number(y), month: Number(m), day: Number(d) }

  const words = text.match(/[\p{L}\p{M}]+[.'’]?|\d+/gu) ?? []
  // The last one: "mar" before it is a Tuesday in half of Europe.
  const month = words.map((word) => (/\d/.test(word) ? null : monthNamed(word))).findLast(Boolean)
  const numbers = words.filter((word) => /\d/.test(word))
  const [first = '', second = ''] = numbers
  if (!month || numbers.length !== 2) return null
  return first.length > 2
    ? { year: yearOf(first), month, day: Number(second) }
    : { year: yearOf(second), month, day: Number(first) }
}

/** RFC 5322, section 4.3: 00–49 are of this century, 50–99 and three digits count from 1900. */
function yearOf(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return digits.length === 2 && year < 50 ? year + 2000 : year + 1900
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  return (hour % 12) + (half === 'p' ? 12 : 0)
}
