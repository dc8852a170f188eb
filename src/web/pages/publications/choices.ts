import { type Rhythm, rhythms, type Topic, topicNamed } from '#catalogue'
import { type Facet, facets } from '../../keeping/entry.ts'
import { digits, noLetter } from '../../keeping/initial.ts'
import type { MessageKey } from '../../languages/say.ts'
import type { Tongue } from '../../languages/tongue.ts'
import { compareInitials } from './in-order.ts'
import { arrivals, kinds, type Question } from './question.ts'
import type { Counts } from './sift.ts'

export interface Choice {
  readonly value: string
  readonly label: string
  /** How many publications there would be with it. */
  readonly count: number
  readonly made: boolean
}

/** What is left to choose by one facet, and what was chosen. */
export interface Choices {
  readonly facet: Facet
  readonly choices: readonly Choice[]
}

/**
 * A facet by which nothing can be told apart is left out.
 * @param found how many publications answer the question
 */
export function choicesFor(
  tongue: Tongue,
  counts: Counts,
  { chosen }: Question,
  found: number,
): Choices[] {
  return facets
    .map((facet) => ({ facet, choices: choicesOf(tongue, facet, counts[facet], chosen[facet]) }))
    .filter(
      ({ facet, choices }) =>
        choices.some(({ made }) => made) ||
        // Most publications are neither new nor back: one such choice tells them apart.
        (facet === 'arrival' ? choices.some(({ count }) => count < found) : choices.length > 1),
    )
}

function choicesOf(
  tongue: Tongue,
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  chosen: string | undefined,
): readonly Choice[] {
  const values = new Set(counts.keys())
  if (chosen !== undefined) values.add(chosen)
  const choices = Array.from(values, (value) => ({
    value,
    label: labelOf(tongue, facet, value),
    count: counts.get(value) ?? 0,
    made: value === chosen,
  }))
  return choices.sort((a, b) => orders[facet](tongue, a, b))
}

type Compare = (tongue: Tongue, one: Choice, other: Choice) => number

const inOrderOf =
  (values: readonly string[]): Compare =>
  (_, one, other) =>
    values.indexOf(one.value) - values.indexOf(other.value)

const mostFirst: Compare = (tongue, one, other) =>
  other.count - one.count || tongue.compare(one.label, other.label)

const orders: Readonly<Record<Facet, Compare>> = {
  arrival: inOrderOf(arrivals),
  kind: inOrderOf(kinds),
  language: mostFirst,
  country: mostFirst,
  topic: mostFirst,
  rhythm: inOrderOf(rhythms),
  initial: (tongue, one, other) => compareInitials(tongue, one.value, other.value),
}

/** What a choice is called. Only values that a question can hold get here. */
export function labelOf(tongue: Tongue, facet: Facet, value: string): string {
  const { say } = tongue
  switch (facet) {
    case 'arrival':
      return say(value === 'back' ? 'arrival-back' : 'arrival-new')
    case 'kind':
      return say(`kinds-${kinds.find((kind) => kind === value) ?? 'newspaper'}`)
    case 'language':
      return tongue.language(value)
    case 'country':
      return tongue.country(value)
    case 'topic':
      return say(topicKey(topicNamed(value) ?? 'leisure'))
    case 'rhythm':
      return say(rhythmKey(rhythms.find((rhythm) => rhythm === value) ?? 'daily'))
    case 'initial':
      return initialLabel(tongue, value)
  }
}

const topicKey = (topic: Topic) => `topic-${topic}` as const satisfies MessageKey
const rhythmKey = (rhythm: Rhythm) => `rhythm-${rhythm}` as const satisfies MessageKey

/** A letter as it is; the two groups that have none by their name. */
export function initialLabel({ say }: Tongue, initial: string): string {
  if (initial === digits) return say('initial-digits', { from: 0, to: 9 })
  return initial === noLetter ? say('initial-other') : initial
}
