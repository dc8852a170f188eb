import { type PublicationKind, rhythms, topicNamed } from '#catalogue'
import { baseLanguage, languageTag } from '#ground/language'
import { type Facet, facets } from '../../keeping/entry.ts'
import { initialOf } from '../../keeping/initial.ts'

export const sorts = ['name', 'newest'] as const
export const looks = ['covers', 'list'] as const

export type Sort = (typeof sorts)[number]
export type Look = (typeof looks)[number]

/** What somebody asks of the catalogue. Every question has exactly one spelling in an address. */
export interface Question {
  readonly chosen: Readonly<Partial<Record<Facet, string>>>
  /** Words that the name must hold, or empty. */
  readonly name: string
  readonly sort: Sort
  readonly look: Look
  /** From 1. */
  readonly page: number
}

/** New on the stand, and back after a pause. */
export const arrivals = ['new', 'back'] as const

export const kinds = [
  'newspaper',
  'magazine',
  'journal',
] as const satisfies readonly PublicationKind[]

/** The question in the query of an address. What it does not understand is left out. */
export function questionFrom(query: string): Question {
  const asked = new URLSearchParams(query)
  const chosen: Partial<Record<Facet, string>> = {}
  for (const facet of facets) {
    const value = readers[facet](asked.get(facet) ?? '')
    if (value !== null) chosen[facet] = value
  }
  const page = asked.get('page') ?? ''
  return {
    chosen,
    name: nameFrom(asked.get('name') ?? ''),
    sort: sorts.find((sort) => sort === asked.get('sort')) ?? 'name',
    look: looks.find((look) => look === asked.get('look')) ?? 'covers',
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  }
}

/** The one spelling of a question: "?kind=journal&page=2", or empty for the whole catalogue. */
export function queryOf({ chosen, name, sort, look, page }: Question): string {
  const query = new URLSearchParams()
  for (const facet of facets) {
    const value = chosen[facet]
    if (value !== undefined) query.set(facet, value)
  }
  if (name !== '') query.set('name', name)
  if (sort !== 'name') query.set('sort', sort)
  if (look !== 'covers') query.set('look', look)
  if (page !== 1) query.set('page', String(page))
  return query.size === 0 ? '' : `?${query}`
}

export function withChoice(question: Question, facet: Facet, value: string): Question {
  return { ...question, chosen: { ...question.chosen, [facet]: value }, page: 1 }
}

export function withoutChoice(question: Question, facet: Facet): Question {
  const { [facet]: _, ...chosen } = question.chosen
  return { ...question, chosen, page: 1 }
}

/** Whether every publication answers it. */
export function asksForAll({ chosen, name }: Question): boolean {
  return name === '' && Object.keys(chosen).length === 0
}

/**
 * Whether search engines may list its pages: of all publications, and of one choice. Of the other
 * questions there are more than anybody could visit.
 */
export function isListed({ chosen, name, sort, look }: Question): boolean {
  return name === '' && sort === 'name' && look === 'covers' && Object.keys(chosen).length < 2
}

/** How each choice is written, whatever spelling it came in; null when it can be none. */
const readers: Readonly<Record<Facet, (given: string) => string | null>> = {
  arrival: (given) => arrivals.find((arrival) => arrival === given) ?? null,
  kind: (given) => kinds.find((kind) => kind === given) ?? null,
  language: (given) => {
    const tag = given === '' ? null : languageTag(given)
    const base = baseLanguage(tag ?? '')
    return /^[a-z]{2,3}$/.test(base) ? base : null
  },
  country: (given) => (/^[a-z]{2}$/i.test(given) ? given.toUpperCase() : null),
  topic: topicNamed,
  rhythm: (given) => rhythms.find((rhythm) => rhythm === given) ?? null,
  initial: (given) => (given === '' ? null : initialOf(given)),
}

function nameFrom(given: string): string {
  const words = given
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return Array.from(words).slice(0, longestName).join('').trim()
}

const longestName = 60
