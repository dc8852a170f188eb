import { asAscii, before, digit } from './numbers.ts'
import type { Found, Rule } from './rule.ts'
import { said } from './said.ts'
import type { SpeechTable } from './speech-table.ts'

/** Dates in digits: "2031-04-02" everywhere, and as they are written where the language is at home. */
export function dateRules(tag: string, table: SpeechTable): readonly Rule[] {
  const say = ({ part }: Found) => {
    const date = dateOf(part('year'), part('month'), part('day'))
    return date === null ? null : dateSaid(tag, table, date)
  }
  const end = `(?!\\p{L}|\\p{N}|[./-]\\p{N})`
  const year = `(?<year>${digit}{4})`
  const month = `(?<month>${digit}{1,2})`
  const day = `(?<day>${digit}{1,2})`
  const order = orderIn(tag) === 'month' ? [month, day] : [day, month]
  return [
    { find: new RegExp(`${before}${year}-${month}-${day}${end}`, 'gu'), say },
    {
      find: new RegExp(`${before}${order.join('(?<sign>[./-])')}\\k<sign>${year}${end}`, 'gu'),
      say,
    },
  ]
}

/** Whether the day or the month comes first. */
function orderIn(tag: string): 'day' | 'month' {
  const parts = new Intl.DateTimeFormat(tag, { dateStyle: 'short' }).formatToParts(0)
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'month'
    ? 'month'
    : 'day'
}

function dateOf(year: string, month: string, day: string): Temporal.PlainDate | null {
  const number = (digits: string) => Number(asAscii(digits))
  try {
    return Temporal.PlainDate.from(
      { year: number(year), month: number(month), day: number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}

/** In words, the rules of the language for days and years applied to them. */
function dateSaid(tag: string, table: SpeechTable, date: Temporal.PlainDate): string {
  const long = date.toLocaleString(tag, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const year: Rule = { find: /\b\d{4}\b/g, say: ({ text }) => table.year(text) }
  return said(long, [...table.rules, year]).spoken
}
