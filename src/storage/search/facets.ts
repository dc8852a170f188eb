import type { Choice, Facets, Filters, Question } from '#search'
import { type Answered, type FactName, factNames, factsEnd, type Row } from './shelf.ts'

const filterOf = {
  language: 'languages',
  kind: 'kinds',
  publication: 'publications',
  topic: 'topics',
  door: 'doors',
  length: 'lengths',
} as const satisfies Record<FactName, keyof Facets>

const mostChoices = 30

/**
 * Counts the choices of filters among hits; those of a filter in use as if it were not.
 * @param without counts a fact among what this other question finds
 */
export async function facetsOf(
  question: Question,
  rows: Answered<readonly Row[]>,
  without: (other: Question, fact: FactName) => Promise<readonly Choice[]>,
): Promise<Facets> {
  // Asked for before anything is counted: the index looks meanwhile.
  const others = factNames.map((fact) => {
    const filter = filterOf[fact]
    const used = question.filters[filter].length > 0
    return used ? without(withoutFilter(question, filter), fact) : null
  })
  const [known, counted] = await Promise.all([rows, Promise.all(others)])
  const counts = countsIn(known)
  const facets: Record<keyof Facets, readonly Choice[]> = {
    languages: [],
    kinds: [],
    publications: [],
    topics: [],
    doors: [],
    lengths: [],
  }
  for (const [at, fact] of factNames.entries()) {
    const choices =
      counted[at] ?? Array.from(counts[at] ?? [], ([value, count]) => ({ value, count }))
    facets[filterOf[fact]] = choices
      .filter(({ value }) => value !== '')
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
      .slice(0, mostChoices)
  }
  return facets
}

/** By fact, how many rows have each of its values. */
function countsIn(rows: readonly Row[]): readonly ReadonlyMap<string, number>[] {
  const counts = factNames.map(() => new Map<string, number>())
  for (const { facts } of rows) {
    const values = facts.split(factsEnd)
    for (const [at, known] of counts.entries()) {
      const value = values[at] ?? ''
      known.set(value, (known.get(value) ?? 0) + 1)
    }
  }
  return counts
}

function withoutFilter(question: Question, name: keyof Facets): Question {
  const filters: Filters = { ...question.filters, [name]: [] }
  return { ...question, filters }
}
