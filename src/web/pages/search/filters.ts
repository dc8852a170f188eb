import { topicNamed } from '#catalogue'
import type { Choice as Counted, Facets } from '#search'
import type { Entry } from '../../keeping/entry.ts'
import type { Tongue } from '../../languages/tongue.ts'
import { kinds } from '../publications/question.ts'
import { type Asked, type Facet, facets } from './asked.ts'
import { namesOf } from './names.ts'

export interface Choice {
  readonly value: string
  readonly label: string
  /** How many stories there would be with it; null when that was not counted. */
  readonly count: number | null
  readonly made: boolean
}

export interface Choices {
  readonly facet: Facet
  readonly choices: readonly Choice[]
}

/** The kinds of choice in the order of the page, each with what the index calls it. */
const counted = {
  language: 'languages',
  kind: 'kinds',
  publication: 'publications',
  topic: 'topics',
  door: 'doors',
  length: 'lengths',
} as const satisfies Record<Facet, keyof Facets>

/** What is left to choose, and what was chosen; a facet by which nothing is told apart is left out. */
export function choicesFor(
  tongue: Tongue,
  asked: Asked,
  counts: Facets | null,
  entries: readonly Entry[],
): readonly Choices[] {
  return facets
    .map((facet) => {
      const found = named(facet, counts?.[counted[facet]] ?? [], entries)
      const made = asked.chosen[facet].filter((one) => !found.some(({ value }) => value === one))
      const values = [...found, ...made.map((value) => ({ value, count: null }))]
      const choices = values.map(({ value, count }) => ({
        value,
        label: labelOf(tongue, facet, value, entries),
        count,
        made: asked.chosen[facet].includes(value),
      }))
      return { facet, choices: inOrder(facet, choices) }
    })
    .filter(({ choices }) => choices.length > 1 || choices.some(({ made }) => made))
}

/** The index knows publications by their ids, addresses by their names. */
function named(facet: Facet, choices: readonly Counted[], entries: readonly Entry[]) {
  if (facet !== 'publication') return choices
  const { byId } = namesOf(entries)
  return choices.flatMap(({ value, count }) => {
    const slug = byId.get(value)?.publication.slug
    return slug === undefined ? [] : [{ value: slug, count }]
  })
}

const lengths = ['short', 'medium', 'long'] as const

function inOrder(facet: Facet, choices: readonly Choice[]): readonly Choice[] {
  if (facet !== 'length') return choices
  return lengths.flatMap((length) => choices.filter(({ value }) => value === length))
}

/** What a choice is called. Only values that a question can hold get here. */
export function labelOf(
  tongue: Tongue,
  facet: Facet,
  value: string,
  entries: readonly Entry[],
): string {
  const { say } = tongue
  switch (facet) {
    case 'language':
      return tongue.language(value)
    case 'kind':
      return say(`kinds-${kinds.find((kind) => kind === value) ?? 'newspaper'}`)
    case 'publication':
      return namesOf(entries).bySlug.get(value)?.publication.title ?? value
    case 'topic':
      return say(`topic-${topicNamed(value) ?? 'leisure'}`)
    case 'door':
      return say(`search-door-${value === 'open' || value === 'metered' ? value : 'plan'}`)
    case 'length':
      if (value === 'short') return say('search-length-short', { most: shortest })
      if (value === 'long') return say('search-length-long', { least: longest })
      return say('search-length-medium', { least: shortest + 1, most: longest })
  }
}

/** Minutes at which the lengths of the index part (`lengthOf` there). */
const shortest = 3
const longest = 10

export function titleOf({ say }: Tongue, facet: Facet): string {
  switch (facet) {
    case 'language':
    case 'kind':
    case 'topic':
      return say(`fact-${facet}`, { count: 1 })
    default:
      return say(`search-by-${facet}`)
  }
}
