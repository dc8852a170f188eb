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
import { type IndexField, tag } from '../columns.ts'

/** What FTS5 is asked (sqlite.org/fts5.html, "Full-text Query Syntax"): terms are always quoted. */
export type Expression = string

const searched: readonly IndexField[] = [
  'headline',
  'standfirst',
  'byline',
  'section',
  'publication',
  'text',
]

/** One part of a question, in all languages of the index, within these fields. */
export function expressionOf(
  part: QuestionPart,
  languages: readonly string[],
  within: readonly IndexField[] = part.within === null ? searched : [part.within],
): Expression {
  const ways = new Set(['', ...languages].map((language) => inLanguage(part.words, language)))
  if (part.open) ways.add(openEnded(part.words))
  // What is nothing but signs that the index leaves out is nowhere.
  ways.delete('""')
  if (ways.size === 0) ways.add('"\uE000"')
  return `{${within.join(' ')}} : (${[...ways].join(' OR ')})`
}

/** The words in their order, each as the index knows it in a language. */
function inLanguage(words: readonly string[], language: string): string {
  const terms = words.flatMap((word) => {
    if (isUnspaced(word)) return pairsOf(word)
    return [language === '' ? foldedWord(word) : termOf(word, language)]
  })
  // A single sign of a script without spaces is only known with its neighbour.
  const [only = ''] = terms
  const alone = terms.length === 1 && isUnspaced(only) && Array.from(only).length === 1
  return alone ? `"${only}" *` : `"${terms.join(' ')}"`
}

/** Headlines that have these words, of which the last may go on; null where there is no word. */
export function headExpression(text: string): Expression | null {
  const words = wordsOf(text)
    .map(foldedWord)
    .filter((word) => word !== '')
    .slice(0, mostHeadWords)
  if (words.length === 0) return null
  const [last = ''] = words.slice(-1)
  return [...words.slice(0, -1).map((word) => `"${word}"`), `"${last}" *`].join(' AND ')
}

const mostHeadWords = 8

const openEnded = (words: readonly string[]): string => `"${words.map(foldedWord).join(' ')}" *`

/** Everything that a question asks for and nothing that it excludes; null when it asks for nothing. */
export function wholeExpression(
  { parts, filters }: Pick<Question, 'parts' | 'filters'>,
  languages: readonly string[],
  publications: readonly string[] | null = null,
): Expression | null {
  const wanted = parts.filter(({ excluded }) => !excluded)
  const unwanted = parts.filter(({ excluded }) => excluded)
  const asked = [
    ...wanted.map((part) => expressionOf(part, languages)),
    ...filterExpressions(filters),
    ...(publications === null ? [] : [anyTag('publication', publications)]),
  ]
  if (asked.length === 0) return null
  const without = unwanted.map((part) => `(${expressionOf(part, languages)})`)
  const all = asked.map((one) => `(${one})`).join(' AND ')
  return without.length === 0 ? all : `(${all}) NOT (${without.join(' OR ')})`
}

/** Every filter but those of days, which are ids. */
export function filterExpressions(filters: Filters): Expression[] {
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

const anyTag = (kind: Parameters<typeof tag>[0], values: readonly string[]): Expression =>
  `{tags} : (${values.map((value) => `"${tag(kind, value)}"`).join(' OR ')})`
