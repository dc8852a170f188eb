import type { Publication, Span } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { initialOf } from './initial.ts'
import type { Facet } from './question.ts'

/** A publication with what it can be found by, worked out once. */
export interface Entry {
  readonly publication: Publication
  readonly span: Span
  /** The same in ISO 8601, which sorts as text. */
  readonly day: string
  readonly initial: string
  /** Its title from its first letter or digit on: "Zeit«" for "»Zeit«", which is sorted as such. */
  readonly sorted: string
  /** Its title without accents, capitals and apostrophes. */
  readonly letters: string
  /** Per facet the choices it answers to: none, one, or several topics. */
  readonly values: Readonly<Record<Facet, readonly string[]>>
}

/** @param spans by publication id; one without an edition is not on the stand */
export function entriesFrom(
  publications: readonly Publication[],
  spans: ReadonlyMap<string, Span>,
): readonly Entry[] {
  return publications.flatMap((publication) => {
    const span = spans.get(publication.id)
    return span === undefined ? [] : [entryFrom(publication, span)]
  })
}

function entryFrom(publication: Publication, span: Span): Entry {
  const { title, kind, language, country, topics, rhythm } = publication
  const initial = initialOf(title)
  return {
    publication,
    span,
    day: span.newest.toString(),
    initial,
    sorted: title.replace(/^[^\p{L}\p{N}]+/u, ''),
    letters: lettersOf(title),
    values: {
      // Which day it is, is known when somebody looks: see arrivals.ts.
      arrival: [],
      kind: [kind],
      language: [baseLanguage(language)],
      country: country === '' ? [] : [country],
      topic: topics,
      rhythm: rhythm === null ? [] : [rhythm],
      initial: [initial],
    },
  }
}

/** As people type a name: "L’École" is found as "lecole", "أخبار" as "اخبار". */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ\u0640]+/gu, '')
    .toLowerCase()
}
