import type { Publication } from '#catalogue'
import { baseLanguage } from '#ground/language'
import { initialOf } from './initial.ts'
import type { Facet } from './question.ts'

/** A publication with what it can be found by, worked out once. */
export interface Entry {
  readonly publication: Publication
  /** Of its newest edition. */
  readonly newest: Temporal.PlainDate
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

/** @param newest by publication id; one without an edition is not on the stand */
export function entriesFrom(
  publications: readonly Publication[],
  newest: ReadonlyMap<string, Temporal.PlainDate>,
): readonly Entry[] {
  return publications.flatMap((publication) => {
    const date = newest.get(publication.id)
    return date === undefined ? [] : [entryFrom(publication, date)]
  })
}

function entryFrom(publication: Publication, newest: Temporal.PlainDate): Entry {
  const { title, kind, language, country, topics, rhythm } = publication
  const initial = initialOf(title)
  return {
    publication,
    newest,
    day: newest.toString(),
    initial,
    sorted: title.replace(/^[^\p{L}\p{N}]+/u, ''),
    letters: lettersOf(title),
    values: {
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
