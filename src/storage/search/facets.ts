import type { Choice, Facets, Filters, Question } from '#search'
import type { Row } from './shelf.ts'

type FacetName = keyof Facets

const columns = {
  languages: 'language',
  kinds: 'kind',
  publications: 'publication',
  topics: 'topic',
  doors: 'door',
  lengths: 'length',
} as const satisfies Record<FacetName, keyof Row>

const names = ['languages', 'kinds', 'publications', 'topics', 'doors', 'lengths'] as const

const mostChoices = 30

/**
 * Counts the choices of filters among hits; those of a filter in use as if it were not.
 * @param matching the rows that another question finds
 */
export async function facetsOf(
  { question }: { readonly question: Question },
  rows: readonly Row[],
  matching: (other: Question) => Promise<readonly Row[]>,
): Promise<Facets> {
  const facets: Record<FacetName, readonly Choice[]> = {
    languages: [],
    kinds: [],
    publications: [],
    topics: [],
    doors: [],
    lengths: [],
  }
  for (const name of names) {
    const used = question.filters[name].length > 0
    const counted = used ? await matching(withoutFilter(question, name)) : rows
    facets[name] = choicesIn(counted, columns[name])
  }
  return facets
}

function choicesIn(rows: readonly Row[], column: (typeof columns)[FacetName]): Choice[] {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1)
  counts.delete('')
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, mostChoices)
}

function withoutFilter(question: Question, name: FacetName): Question {
  const filters: Filters = { ...question.filters, [name]: [] }
  return { ...question, filters }
}
