import type { Tongue } from '../../languages/tongue.ts'
import type { Entry } from './entry.ts'
import { digits, noLetter } from './initial.ts'
import type { Sort } from './question.ts'

/**
 * All entries in the order of a reader's alphabet, or the newest first and then so. Sorting takes
 * longer than making a page, so it is done once a language for as long as the list is remembered.
 */
export function inOrder(tongue: Tongue, entries: readonly Entry[], sort: Sort): readonly Entry[] {
  const known = sorted.get(entries) ?? new Map<string, readonly Entry[]>()
  sorted.set(entries, known)
  const key = `${tongue.locale.name} ${sort}`
  const list = known.get(key) ?? orders[sort](tongue, entries)
  known.set(key, list)
  return list
}

const sorted = new WeakMap<readonly Entry[], Map<string, readonly Entry[]>>()

const orders: Readonly<
  Record<Sort, (tongue: Tongue, entries: readonly Entry[]) => readonly Entry[]>
> = {
  // Letter by letter first, so that what stands under a letter stands together in every alphabet.
  name: (tongue, entries) => {
    const byLetter = Map.groupBy(entries, ({ initial }) => initial)
    const letters = [...byLetter.keys()].sort((a, b) => compareInitials(tongue, a, b))
    return letters.flatMap((letter) =>
      (byLetter.get(letter) ?? []).toSorted(
        (a, b) =>
          tongue.compare(a.sorted, b.sorted) || (a.publication.slug < b.publication.slug ? -1 : 1),
      ),
    )
  },
  newest: (tongue, entries) =>
    inOrder(tongue, entries, 'name').toSorted((a, b) =>
      a.day < b.day ? 1 : a.day > b.day ? -1 : 0,
    ),
}

/** The reader's own alphabet first, then others; digits and signs come last. */
export function compareInitials(tongue: Tongue, one: string, other: string): number {
  return late(one) - late(other) || tongue.compare(one, other)
}

const late = (initial: string) => [digits, noLetter].indexOf(initial)
