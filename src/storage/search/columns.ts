import { baseLanguage } from '#ground/language'
import {
  foldedWord,
  isUnspaced,
  pairsOf,
  type ReadingLength,
  type SearchDocument,
  termIn,
  wordsOf,
} from '#search'

/** The fields of a document that can be asked, in the order in which the index has them. */
export const fields = [
  'headline',
  'standfirst',
  'byline',
  'section',
  'publication',
  'text',
  'tags',
] as const

export type IndexField = (typeof fields)[number]

export type Columns = Readonly<Record<IndexField, string>>

/** What is asked of everyone's words, of all words, and while a headline is being typed. */
export interface IndexedWords {
  readonly shown: Columns
  /** Null where `shown` is all there is: the door is open, or there is no rest. */
  readonly whole: Columns | null
  /** The words of the headline and the publication as they are written, folded. */
  readonly heads: string
  /** The terms of the fields that announce a story, parted so that no phrase goes over an end. */
  readonly front: string
}

/** Whether anything of this story is behind a wall. */
export const isWalled = ({ door, rest }: Pick<SearchDocument, 'door' | 'rest'>): boolean =>
  door !== 'open' && rest !== ''

/** A document's terms, parted by spaces. Only `whole` knows anything of the rest. */
function indexedWords(document: SearchDocument): IndexedWords {
  const { language, lead, rest, headline, publicationTitle } = document
  const term = termIn(language)
  const terms = (text: string) => columnOf(text, term)
  const common = {
    headline: terms(headline),
    standfirst: terms(document.standfirst),
    byline: terms(document.bylines.join(' ')),
    section: terms(document.section),
    publication: terms(publicationTitle),
    tags: tagsOf(document).join(' '),
  }
  const walled = isWalled(document)
  const inLead = terms(lead)
  // Where words stand alone, those of two texts are those of one and then those of the other.
  const inAll = () =>
    isUnspaced(lead) || isUnspaced(rest)
      ? terms(`${lead}\n${rest}`)
      : [inLead, terms(rest)].filter((some) => some !== '').join(' ')
  const { standfirst, byline, section, publication } = common
  return {
    shown: { ...common, text: walled ? inLead : inAll() },
    whole: walled ? { ...common, text: inAll() } : null,
    heads: columnOf(`${headline}\n${publicationTitle}`, foldedWord),
    front: [standfirst, byline, section, publication].join(' \n '),
  }
}

/**
 * The same for many. It is gone from language to language: the stems of one stay at hand, those of
 * all together do not.
 */
export function indexedWordsOf(
  documents: readonly SearchDocument[],
): (readonly [SearchDocument, IndexedWords])[] {
  const byLanguage = Map.groupBy(documents, ({ language }) => language)
  const made = new Map(
    [...byLanguage.values()].flat().map((document) => [document, indexedWords(document)]),
  )
  return documents.flatMap((document) => {
    const words = made.get(document)
    return words === undefined ? [] : [[document, words]]
  })
}

/**
 * The terms of a text in order; of a script without spaces pairs of neighbours, and at the end each
 * sign alone, so that a single one is looked up as quickly as a word.
 */
function columnOf(text: string, term: (word: string) => string): string {
  const words = wordsOf(text)
  if (!isUnspaced(text)) return words.map(term).join(' ')
  const runs = words.filter(isUnspaced)
  const terms = words.flatMap((word) => (isUnspaced(word) ? pairsOf(word) : [term(word)]))
  return [...terms, ...new Set(runs.join(''))].join(' ')
}

/** Short and long stories, in minutes. */
export const lengthOf = (minutes: number): ReadingLength =>
  minutes <= 3 ? 'short' : minutes <= 10 ? 'medium' : 'long'

/**
 * What filters ask for, as words that nobody can type: they begin with a sign of Unicode's private
 * use, and no term holds one.
 */
export const tag = (kind: keyof typeof kinds, value: string): string =>
  `${kinds[kind]}${value.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()}`

const kinds = {
  language: '\uE001',
  kind: '\uE002',
  publication: '\uE003',
  topic: '\uE004',
  door: '\uE005',
  length: '\uE006',
  wall: '\uE007',
} as const

function tagsOf(document: SearchDocument): string[] {
  const { language, kind, publicationId, topic, door, minutes } = document
  return [
    tag('language', baseLanguage(language)),
    tag('kind', kind),
    tag('publication', publicationId),
    ...(topic === null ? [] : [tag('topic', topic)]),
    tag('door', door),
    tag('length', lengthOf(minutes)),
    ...(isWalled(document) ? [tag('wall', 'yes')] : []),
  ]
}
