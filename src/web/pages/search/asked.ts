import { type Filters, filtersIn, type Order } from '#search'
import { nameInAddress } from '../../addresses.ts'

/** By what stories can be told apart, in the order of addresses and of the page. */
export const facets = ['language', 'kind', 'publication', 'topic', 'door', 'length'] as const

export type Facet = (typeof facets)[number]

/** What somebody asks for, as an address says it. It has exactly one spelling there. */
export interface Asked {
  /** What was typed, on one line and not longer than a question can be. */
  readonly words: string
  /** What was chosen; publications by their names in addresses. */
  readonly chosen: Readonly<Record<Facet, readonly string[]>>
  /** Days in ISO 8601, or null. */
  readonly from: string | null
  readonly to: string | null
  readonly order: Order
  /** From 1. */
  readonly page: number
}

/** Signs of a question that are looked at, with one that says there were more. */
const longest = 301
const mostPublications = 10
/** Of a thousand hits. */
export const onPage = 20
export const mostPages = 50

/** What the query of an address asks for. What makes no sense is left out. */
export function askedFrom(query: string): Asked {
  const given = new URLSearchParams(query)
  const filters = filtersIn(given, [])
  const slugs = given.getAll('publication').flatMap((name) => nameInAddress(name) ?? [])
  const page = Number(/^[1-9]\d?$/.exec(given.get('page') ?? '')?.[0] ?? 1)
  return {
    words: lined(given.get('q') ?? ''),
    chosen: {
      language: filters.languages.toSorted(),
      kind: filters.kinds,
      publication: [...new Set(slugs)].sort().slice(0, mostPublications),
      topic: filters.topics,
      door: filters.doors,
      length: filters.lengths,
    },
    from: filters.from?.toString() ?? null,
    to: filters.to?.toString() ?? null,
    order: given.get('order') === 'newest' ? 'newest' : 'best',
    page: Math.min(page, mostPages),
  }
}

/** Its one spelling: "?q=night+ferry&language=nl", or empty where nothing is asked for. */
export function queryOf(asked: Asked): string {
  const query = new URLSearchParams(fieldsOf(asked))
  if (asked.page !== 1) query.append('page', String(asked.page))
  return query.size === 0 ? '' : `?${query}`
}

/** The same as the fields of a form, in the order in which they stand in an address. */
export function fieldsOf({ words, chosen, from, to, order }: Asked): [string, string][] {
  const values = facets.flatMap((facet) =>
    chosen[facet].map((value): [string, string] => [facet, value]),
  )
  return [
    ...(words === '' ? [] : [['q', words] satisfies [string, string]]),
    ...values,
    ...(from === null ? [] : [['from', from] satisfies [string, string]]),
    ...(to === null ? [] : [['to', to] satisfies [string, string]]),
    ...(order === 'best' ? [] : [['order', order] satisfies [string, string]]),
  ]
}

/** With this value chosen, or without it where it was. */
export function toggled(asked: Asked, facet: Facet, value: string): Asked {
  const values = asked.chosen[facet]
  const others = values.filter((one) => one !== value)
  const fresh = others.length < values.length ? others : [...values, value]
  // One alone is in order.
  if (values.length === 0) return { ...asked, chosen: { ...asked.chosen, [facet]: fresh }, page: 1 }
  return askedFrom(queryOf({ ...asked, chosen: { ...asked.chosen, [facet]: fresh }, page: 1 }))
}

export const withoutChoices = ({ words, order }: Asked): Asked => ({
  ...askedFrom(''),
  words,
  order,
})

export const hasChoices = ({ chosen, from, to }: Asked): boolean =>
  from !== null || to !== null || facets.some((facet) => chosen[facet].length > 0)

export const asksNothing = (asked: Asked): boolean => asked.words === '' && !hasChoices(asked)

/** What the index is asked to leave out. */
export function filtersOf(asked: Asked, publicationIds: readonly string[]): Filters {
  return filtersIn(new URLSearchParams(fieldsOf(asked)), publicationIds)
}

function lined(typed: string): string {
  const words = typed
    .slice(0, 4 * longest)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return words.slice(0, longest).toWellFormed().trim()
}
