import { baseLanguage } from '#ground/language'
import { foldedWord, type ReadingLength, type SearchDocument, termsOf, wordsOf } from '#search'

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
  readonly whole: Columns
  /** The words of the headline and the publication as they are written, folded. */
  readonly heads: string
}

/** A document's terms, parted by spaces. Only `whole` knows anything of the rest. */
export function indexedWords(document: SearchDocument): IndexedWords {
  const { language, lead, rest, door, headline, publicationTitle } = document
  const terms = (text: string) => termsOf(text, language).join(' ')
  const leadTerms = terms(lead)
  const allTerms = rest === '' ? leadTerms : `${leadTerms} ${terms(rest)}`
  const common = {
    headline: terms(headline),
    standfirst: terms(document.standfirst),
    byline: terms(document.bylines.join(' ')),
    section: terms(document.section),
    publication: terms(publicationTitle),
    tags: tagsOf(document).join(' '),
  }
  return {
    shown: { ...common, text: door === 'open' ? allTerms : leadTerms },
    whole: { ...common, text: allTerms },
    heads: wordsOf(`${headline} ${publicationTitle}`).map(foldedWord).join(' '),
  }
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
} as const

function tagsOf({ language, kind, publicationId, topic, door, minutes }: SearchDocument): string[] {
  return [
    tag('language', baseLanguage(language)),
    tag('kind', kind),
    tag('publication', publicationId),
    ...(topic === null ? [] : [tag('topic', topic)]),
    tag('door', door),
    tag('length', lengthOf(minutes)),
  ]
}
