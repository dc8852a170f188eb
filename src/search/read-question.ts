import { type Door, doors, type PublicationKind, topics } from '#catalogue'
import {
  type Filters,
  noFilters,
  type Question,
  type QuestionPart,
  type ReadingLength,
} from './question.ts'
import { isUnspaced, wordsOf } from './terms.ts'

/** What is looked at of a question; nobody types more, and each part costs work. */
const mostSigns = 300
const mostParts = 12
const mostWordsInPhrase = 12

/** What stands before a colon, in the languages of the stand's pages; lower case. */
export type FieldNames = ReadonlyMap<string, Field>
export type Field = NonNullable<QuestionPart['within']> | 'from' | 'to'

/**
 * Reads whatever was typed: words, "phrases", -exclusions and field:words. Nothing is an error; what
 * makes no sense as an operator is read as words.
 * @param fields how fields are called, in any language
 * @param open whether the last word is still being typed
 */
export function readQuestion(
  typed: string,
  fields: FieldNames,
  filters: Filters = noFilters,
  open = false,
): Question {
  const text = lined(typed)
  const found = Array.from(text.matchAll(piece), ([, minus, name, phrase, bare]) => ({
    excluded: minus === '-' || minus === '−',
    name: name?.toLowerCase() ?? '',
    said: phrase ?? bare ?? '',
    quoted: phrase !== undefined,
  }))
  const parts: QuestionPart[] = []
  let { from, to } = filters
  for (const { excluded, name, said, quoted } of found) {
    const field = fields.get(name)
    if (field === 'from' || field === 'to') {
      const day = dayIn(said, field)
      if (day !== null) {
        if (field === 'from') from = day
        else to = day
        continue
      }
    }
    // A name that is no field is a word as well: "Harbour: the end" asks for "harbour".
    const words = field === undefined && name !== '' ? [name, said].join(' ') : said
    const within = field === 'from' || field === 'to' || field === undefined ? null : field
    parts.push(...partsOf(words, { excluded, within, quoted }))
  }
  const kept = parts.slice(0, mostParts)
  const last = kept.at(-1)
  if (open && last !== undefined && /[\p{L}\p{N}]$/u.test(text)) {
    kept.splice(-1, 1, { ...last, open: true })
  }
  const cut = parts.length > mostParts || typed.length > mostSigns
  return { text, parts: kept, filters: { ...filters, from, to }, cut }
}

interface Said {
  readonly excluded: boolean
  readonly within: QuestionPart['within']
  readonly quoted: boolean
}

/** Controls, also those of direction, are no part of a question. */
const lined = (typed: string): string =>
  typed
    .slice(0, mostSigns)
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()

/** A minus, a field's name, and either a phrase in quotes of some kind or what goes to the next space. */
const piece = /([-−])?(?:([\p{L}]{1,20}):)?(?:["“”„«»‟]([^"“”„«»‟]*)["“”„«»‟]?|([^\s"“”„«»‟]+))/gu

function partsOf(said: string, { excluded, within, quoted }: Said): QuestionPart[] {
  const words = wordsOf(said)
  if (words.length === 0) return []
  const part = { excluded, within, open: false }
  // What hangs together, by quotes or by signs as in "e-mail", is looked for in that order.
  if (quoted || words.length > 1 || words.some(isUnspaced)) {
    return [{ ...part, words: words.slice(0, mostWordsInPhrase) }]
  }
  return words.map((word) => ({ ...part, words: [word] }))
}

/** A day, a month or a year: "from" means its first day, "to" its last. */
function dayIn(said: string, side: 'from' | 'to'): Temporal.PlainDate | null {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(said) ?? []
  if (year === '') return null
  const first = Temporal.PlainDate.from({
    year: Number(year),
    month: Math.max(1, Number(month ?? 1)),
    day: Math.max(1, Number(day ?? 1)),
  })
  if (side === 'from' || day !== undefined) return first
  const next = month === undefined ? first.add({ years: 1 }) : first.add({ months: 1 })
  return next.subtract({ days: 1 })
}

const kinds: readonly PublicationKind[] = ['newspaper', 'magazine', 'journal']
const lengths: readonly ReadingLength[] = ['short', 'medium', 'long']

/** What an address says of the filters; what makes no sense is left out. */
export function filtersIn(given: URLSearchParams, publicationIds: readonly string[]): Filters {
  const known = <Value extends string>(name: string, values: readonly Value[]): Value[] => {
    const named: readonly string[] = given.getAll(name)
    return named.length === 0 ? [] : values.filter((value) => named.includes(value))
  }
  const languages = given.getAll('language').filter((tag) => /^[a-z]{2,3}$/.test(tag))
  const from = dayIn(given.get('from') ?? '', 'from')
  const to = dayIn(given.get('to') ?? '', 'to')
  return {
    languages: [...new Set(languages)].slice(0, 10),
    kinds: known('kind', kinds),
    publications: publicationIds.slice(0, 10),
    topics: known('topic', topics),
    doors: known<Door>('door', doors),
    lengths: known('length', lengths),
    from,
    to,
  }
}
