import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Entry } from '../../keeping/entry.ts'
import { digits, noLetter } from '../../keeping/initial.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sort } from './question.ts'

/**
 * All entries in the order of a reader's alphabet, or the newest first and then so. Sorting takes
 * longer than making a page, so it is done once a language for as long as the list is remembered, and
 * letter by letter, so that others have their turn.
 */
export function inOrder(
  tongue: Tongue,
  entries: readonly Entry[],
  sort: Sort,
): Promise<readonly Entry[]> {
  const known = sorted.get(entries) ?? new Map<string, Promise<readonly Entry[]>>()
  sorted.set(entries, known)
  const key = `${tongue.locale.name} ${sort}`
  const list = known.get(key) ?? orders[sort](tongue, entries)
  known.set(key, list)
  return list
}

const sorted = new WeakMap<readonly Entry[], Map<string, Promise<readonly Entry[]>>>()

const orders: Readonly<
  Record<Sort, (tongue: Tongue, entries: readonly Entry[]) => Promise<readonly Entry[]>>
> = {
  // Letter by letter first, so that what stands under a letter stands together in every alphabet.
  name: async (tongue, entries) => {
    const byLetter = Map.groupBy(entries, ({ initial }) => initial)
    const letters = [...byLetter.keys()].sort((a, b) => compareInitials(tongue, a, b))
    const all: Entry[] = []
    for (const letter of letters) {
      const group = byLetter.get(letter) ?? []
      all.push(...group.sort(byName(tongue)))
      await nextTurn()
    }
    return all
  },
  newest: async (tongue, entries) => {
    const byName = await inOrder(tongue, entries, 'name')
    return byName.toSorted((one, other) => {
      const [a, b] = [one.publication.span.newest, other.publication.span.newest]
      return a < b ? 1 : a > b ? -1 : 0
    })
  },
}

const byName =
  ({ compare }: Tongue) =>
  (a: Entry, b: Entry): number =>
    compare(a.sorted, b.sorted) || (a.publication.slug < b.publication.slug ? -1 : 1)

/** The reader's own alphabet first, then others; digits and signs come last. */
export function compareInitials(tongue: Tongue, one: string, other: string): number {
  return late(one) - late(other) || tongue.compare(one, other)
}

const late = (initial: string) => [digits, noLetter].indexOf(initial)
