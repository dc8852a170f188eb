import { LRUCache } from 'lru-cache'
import { baseLanguage } from '#ground/language'
import type { Locale } from './locales.ts'
import { type Say, sayIn, setApart } from './say.ts'

/** Everything that is said or written differently from one language to the next. */
export interface Tongue {
  readonly locale: Locale
  readonly say: Say
  /** "20 mei 2025" */
  readonly date: (date: Temporal.PlainDate) => string
  /** "Dinsdag 20 mei 2025": it stands alone, as a label does. */
  readonly dayAndDate: (date: Temporal.PlainDate) => string
  /** "dinsdag 20 mei 2025": inside a sentence. */
  readonly fullDate: (date: Temporal.PlainDate) => string
  /** "20 nov 2026": in a line of small facts. */
  readonly briefDate: (date: Temporal.PlainDate) => string
  /** "20 mei": where the year goes without saying. */
  readonly shortDate: (date: Temporal.PlainDate) => string
  /** "November", as a title. */
  readonly month: (month: Temporal.PlainYearMonth) => string
  /** "2025", in the reader's digits and without a mark for thousands. */
  readonly year: (year: number) => string
  /** "1 uur en 45 minuten", for whole minutes. */
  readonly duration: (minutes: number) => string
  /** "9.000" */
  readonly number: (number: number) => string
  /** "Nederland" for "NL". */
  readonly country: (code: string) => string
  /** "Ana, Bram en Cem" */
  readonly list: (names: readonly string[]) => string
  /** "Engels" for "en": what to call the language of a story. */
  readonly language: (tag: string) => string
  /** The same as it stands within a sentence: "anglais" in French. */
  readonly languageWithin: (tag: string) => string
  /** The language's name when a story is in another one than the page, otherwise null. */
  readonly otherLanguage: (tag: string) => string | null
  readonly compare: (one: string, other: string) => number
}

export function tongueOf(locale: Locale): Tongue {
  const { tag } = locale
  const short = dayWriter(tag, { dateStyle: 'long' })
  const long = dayWriter(tag, { dateStyle: 'full' })
  const day = dayWriter(tag, { day: 'numeric', month: 'short' })
  const brief = dayWriter(tag, { day: 'numeric', month: 'short', year: 'numeric' })
  const months = new Intl.DateTimeFormat(tag, { month: 'long' })
  const numbers = new Intl.NumberFormat(tag)
  const years = new Intl.NumberFormat(tag, { useGrouping: false })
  const durations = new Intl.DurationFormat(tag, { style: 'long' })
  const regions = new Intl.DisplayNames(tag, { type: 'region' })
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const languages = new Intl.DisplayNames(tag, { type: 'language', style: 'short' })
  const collator = new Intl.Collator(tag, { numeric: true })
  const base = baseLanguage(tag)
  const languageWithin = (of: string) => languages.of(baseLanguage(of)) ?? of
  const nameOf = kept((of) => capital(languageWithin(of), tag))
  const language = (of: string) => nameOf(baseLanguage(of))
  const dateOf = kept((iso) => short(Temporal.PlainDate.from(iso)))
  const dayOf = kept((iso) => day(Temporal.PlainDate.from(iso)))
  const briefDateOf = kept((iso) => brief(Temporal.PlainDate.from(iso)))

  return {
    locale,
    say: sayIn(locale),
    date: (date) => dateOf(date.toString()),
    dayAndDate: (date) => capital(long(date), tag),
    fullDate: long,
    briefDate: (date) => briefDateOf(date.toString()),
    shortDate: (date) => dayOf(date.toString()),
    month: (month) => capital(months.format(month.toPlainDate({ day: 1 })), tag),
    year: (year) => years.format(year),
    duration: (minutes) =>
      durations.format({ hours: Math.floor(minutes / 60), minutes: minutes % 60 }),
    number: (number) => numbers.format(number),
    country: (code) => regions.of(code) ?? code,
    list: (names) => lists.format(names.map((name) => setApart(name, locale))),
    language,
    languageWithin,
    otherLanguage: (of) => (baseLanguage(of) === base ? null : language(of)),
    compare: collator.compare,
  }
}

/** French writes the first of a month as an ordinal ("1er mai"); CLDR's data do not know it. */
function dayWriter(tag: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(tag, options)
  if (baseLanguage(tag) !== 'fr') return (date: Temporal.PlainDate) => format.format(date)
  return (date: Temporal.PlainDate) =>
    format
      .formatToParts(date)
      .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
      .join('')
}

/** Formatting takes ten times as long as looking up, and a page says the same few dates often. */
function kept(format: (of: string) => string): (of: string) => string {
  const known = new LRUCache<string, string>({ max: 2_000, memoMethod: format })
  return (of) => known.memo(of)
}

/** These stand alone on the page, as a label does. */
function capital(text: string, tag: string): string {
  const [first = '', ...others] = text
  return first.toLocaleUpperCase(tag) + others.join('')
}
