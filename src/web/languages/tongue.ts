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
  /** "dinsdag 20 mei 2025" */
  readonly dayAndDate: (date: Temporal.PlainDate) => string
  /** "Ana, Bram en Cem" */
  readonly list: (names: readonly string[]) => string
  /** "Engels" for "en": what to call the language of a story. */
  readonly language: (tag: string) => string
  /** The language's name when a story is in another one than the page, otherwise null. */
  readonly otherLanguage: (tag: string) => string | null
  readonly compare: (one: string, other: string) => number
}

export function tongueOf(locale: Locale): Tongue {
  const { tag } = locale
  const short = new Intl.DateTimeFormat(tag, { dateStyle: 'long' })
  const long = new Intl.DateTimeFormat(tag, { dateStyle: 'full' })
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' })
  const languages = new Intl.DisplayNames(tag, { type: 'language', style: 'short' })
  const collator = new Intl.Collator(tag, { numeric: true })
  const base = baseLanguage(tag)
  const nameOf = kept((of) => capital(languages.of(of) ?? of, tag))
  const language = (of: string) => nameOf(baseLanguage(of))
  const dateOf = kept((iso) => short.format(Temporal.PlainDate.from(iso)))

  return {
    locale,
    say: sayIn(locale),
    date: (date) => dateOf(date.toString()),
    dayAndDate: (date) => capital(long.format(date), tag),
    list: (names) => lists.format(names.map((name) => setApart(name, locale))),
    language,
    otherLanguage: (of) => (baseLanguage(of) === base ? null : language(of)),
    compare: collator.compare,
  }
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
