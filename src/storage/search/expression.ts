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

/** A part of a question as stories in this language have it: as it was typed, and as it is stemmed. */
export function waysIn(part: QuestionPart, language: string, tongue: Tongue): readonly Way[] {
  const said = saidIn(part, tongue)
  const ways = said.flatMap((words) => ['', language].map((tag) => termsIn(words, tag)))
  const different = new Map(ways.map((way) => [keyOf(way), way]))
  // What is nothing but signs that the index leaves out is nowhere.
  different.delete('')
  return [...different.values()]
}

/** The words of a part, and what a last one that is still being typed may become. */
function saidIn({ words, open }: QuestionPart, { endings }: Tongue): readonly Way[] {
  const ends = open ? (endings.get(words.at(-1) ?? '') ?? []) : []
  return [words, ...ends.map((end) => words.with(-1, end))]
}

const keyOf = (way: Way): string => way.join(' ')

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

/**
 * A part in all languages of the stand. What one of them makes of a word may be another word in the
 * next ("water" is stemmed to "wat" in German, which is Dutch for "what"): it counts in its own alone.
 */
function matchOf(part: QuestionPart, tongue: Tongue): Match {
  const typed = waysIn(part, '', tongue)
  const known = new Set(typed.map(keyOf))
  const stems = new Map<string, { readonly way: Way; readonly languages: readonly string[] }>()
  for (const language of tongue.languages) {
    for (const way of waysIn(part, language, tongue)) {
      const { languages = [] } = stems.get(keyOf(way)) ?? {}
      if (!known.has(keyOf(way)))
        stems.set(keyOf(way), { way, languages: [...languages, language] })
    }
  }
  const words = (ways: readonly Way[]): Match => ({ is: 'words', ways, field: part.within })
  const all = tongue.languages.length
  const everywhere = [...stems.values()].filter(({ languages }) => languages.length === all)
  const anyway = words([...typed, ...everywhere.map(({ way }) => way)])
  const somewhere = [...stems.values()].filter(({ languages }) => languages.length < all)
  if (somewhere.length === 0) return anyway
  const groups = Map.groupBy(somewhere, ({ languages }) => languages.join(' '))
  const spoken = [...groups.values()].map((group): Match => {
    const ways = group.map(({ way }) => way)
    return { is: 'all', of: [words(ways), anyTag('language', group[0]?.languages ?? [])] }
  })
  return { is: 'any', of: [anyway, ...spoken] }
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
