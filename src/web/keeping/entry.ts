import type { ListedPublication } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { initialOf } from './initial.ts'

/** By what publications can be told apart, in the order of the page and of addresses. */
export const facets = [
  'arrival',
  'kind',
  'language',
  'country',
  'topic',
  'rhythm',
  'initial',
] as const

export type Facet = (typeof facets)[number]

/** A publication with what it can be found by, worked out once. */
export interface Entry {
  readonly publication: ListedPublication
  readonly initial: string
  /** Its title from its first letter or digit on: "Zeit«" for "»Zeit«", which is sorted as such. */
  readonly sorted: string
  /** Its title without accents, capitals and apostrophes. */
  readonly letters: string
  /** Per facet the choices it answers to: none, one, or several topics. */
  readonly values: Readonly<Record<Facet, readonly string[]>>
}

export function entryFrom(publication: ListedPublication): Entry {
  const { title, kind, language, country, topics, rhythm } = publication
  const initial = initialOf(title)
  return {
    publication,
    initial,
    sorted: title.replace(/^[^\p{L}\p{N}]+/u, ''),
    letters: lettersOf(title),
    values: {
      // Which day it is, is known when somebody looks: see arrivals.ts.
      arrival: only(''),
      kind: only(kind),
      language: only(baseLanguage(language)),
      country: only(country),
      topic: topics,
      rhythm: only(rhythm ?? ''),
      initial: only(initial),
    },
  }
}

/** A list of one, or of none for an empty text: the same for all who have it. */
function only(value: string): readonly string[] {
  const known = lists.get(value) ?? (value === '' ? [] : [value])
  lists.set(value, known)
  return known
}

/** As many as there are kinds, languages, countries, rhythms and letters. */
const lists = new Map<string, readonly string[]>()

/** As people type a name: "L’École" is found as "lecole", "أخبار" as "اخبار". */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ\u0640]+/gu, '')
    .toLowerCase()
}
