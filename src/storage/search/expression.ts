import {
  type Filters,
  foldedWord,
  isUnspaced,
  pairsOf,
  type Question,
  type QuestionPart,
  termOf,
  wordsOf,
} from '#search'
import { type IndexField, tag } from './columns.ts'

/** What an index is asked, whatever its engine writes it like. */
export type Match =
  /** One of these ways, each a row of terms in that order, in one of these fields; null: any. */
  | { readonly is: 'words'; readonly ways: readonly Way[]; readonly field: IndexField | null }
  | { readonly is: 'tags'; readonly tags: readonly string[] }
  /** The last term goes on. */
  | { readonly is: 'beginning'; readonly start: string }
  | { readonly is: 'all'; readonly of: readonly Match[] }
  | { readonly is: 'any'; readonly of: readonly Match[] }
  | { readonly is: 'without'; readonly those: Match; readonly these: Match }

export type Way = readonly string[]

/** How words are said in this index. */
export interface Tongue {
  readonly languages: readonly string[]
  /** What a last word that is still being typed may become. */
  readonly endings: ReadonlyMap<string, readonly string[]>
}

/** One part of a question, as all of these languages have it. */
export function waysOf(part: QuestionPart, { languages, endings }: Tongue): readonly Way[] {
  const ends = part.open ? (endings.get(part.words.at(-1) ?? '') ?? []) : []
  const words = [part.words, ...ends.map((end) => part.words.with(-1, end))]
  const ways = words.flatMap((said) => ['', ...languages].map((tag) => termsIn(said, tag)))
  const different = new Map(ways.map((way) => [way.join(' '), way]))
  // What is nothing but signs that the index leaves out is nowhere.
  different.delete('')
  return [...different.values()]
}

/** The words in their order, each as the index knows it in a language; '' leaves them as typed. */
export function termsIn(words: readonly string[], language: string): Way {
  return words
    .flatMap((word) => {
      if (isUnspaced(word)) return pairsOf(word).slice(0, mostPairs)
      return [language === '' ? foldedWord(word) : termOf(word, language)]
    })
    .slice(0, mostTerms)
    .filter((term) => term !== '')
}

/** So many signs in a row are found by their beginning; each pair costs as much as a word. */
const mostPairs = 6
const mostTerms = 12

function matchOf(part: QuestionPart, tongue: Tongue): Match {
  return { is: 'words', ways: waysOf(part, tongue), field: part.within }
}

/** Headlines that have these words, of which the last may go on; null where there is no word. */
export function headMatch(text: string, endings: readonly string[]): Match | null {
  const words = wordsOf(text).flatMap((word) =>
    isUnspaced(word) ? pairsOf(word) : [foldedWord(word)],
  )
  const kept = words.filter((word) => word !== '').slice(0, mostHeadWords)
  const last = kept.at(-1)
  if (last === undefined) return null
  const alone = (word: string): Match => ({ is: 'words', ways: [[word]], field: null })
  const before = kept.slice(0, -1).map(alone)
  const open: Match =
    endings.length === 0
      ? { is: 'beginning', start: last }
      : { is: 'words', ways: [...new Set([last, ...endings])].map((end) => [end]), field: null }
  return { is: 'all', of: [...before, isUnspaced(last) ? alone(last) : open] }
}

const mostHeadWords = 8

/** Everything that a question asks for and nothing that it excludes; null when it asks for nothing. */
export function wholeMatch(
  { parts, filters }: Pick<Question, 'parts' | 'filters'>,
  tongue: Tongue,
  more: readonly Match[] = [],
): Match | null {
  const wanted = parts.filter(({ excluded }) => !excluded)
  const unwanted = parts.filter(({ excluded }) => excluded)
  const asked = [...wanted.map((part) => matchOf(part, tongue)), ...filterMatches(filters), ...more]
  if (asked.length === 0) return null
  const those: Match = { is: 'all', of: asked }
  if (unwanted.length === 0) return those
  const these = unwanted.map((part) => matchOf(part, tongue))
  return { is: 'without', those, these: { is: 'any', of: these } }
}

/** Every filter but those of days, which are ids. */
function filterMatches(filters: Filters): Match[] {
  const { languages, kinds, publications, topics, doors, lengths } = filters
  const chosen = [
    ['language', languages],
    ['kind', kinds],
    ['publication', publications],
    ['topic', topics],
    ['door', doors],
    ['length', lengths],
  ] as const
  return chosen.flatMap(([kind, values]) => (values.length > 0 ? [anyTag(kind, values)] : []))
}

export const anyTag = (kind: Parameters<typeof tag>[0], values: readonly string[]): Match => ({
  is: 'tags',
  tags: values.map((value) => tag(kind, value)),
})
