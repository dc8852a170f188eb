import { type Entry, type Facet, facets, lettersOf } from '../../keeping/entry.ts'
import type { Question } from './question.ts'

export interface Sifted {
  /** What answers the question, in the order it was given. */
  readonly found: readonly Entry[]
  /** Per facet and choice: how many there would be with this choice beside all others made. */
  readonly counts: Counts
}

export type Counts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

/** Finds and counts in one walk: what fails one choice only still counts among its alternatives. */
export function sift(entries: readonly Entry[], { chosen, name }: Question): Sifted {
  const words = lettersOf(name).split(' ')
  const found: Entry[] = []
  const counts: Record<Facet, Map<string, number>> = {
    arrival: new Map(),
    kind: new Map(),
    language: new Map(),
    country: new Map(),
    topic: new Map(),
    rhythm: new Map(),
    initial: new Map(),
  }

  const choices = facets.flatMap((facet) => {
    const value = chosen[facet]
    return value === undefined ? [] : [{ facet, value }]
  })
  for (const entry of entries) {
    if (!words.every((word) => entry.letters.includes(word))) continue
    const failed = choices.filter(({ facet, value }) => !entry.values[facet].includes(value))
    const [only] = failed
    if (only === undefined) {
      found.push(entry)
      for (const facet of facets) count(counts[facet], entry.values[facet])
    } else if (failed.length === 1) count(counts[only.facet], entry.values[only.facet])
  }
  return { found, counts }
}

function count(counts: Map<string, number>, values: readonly string[]): void {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
}
