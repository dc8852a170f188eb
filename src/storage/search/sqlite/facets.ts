import type { DatabaseSync } from 'node:sqlite'
import type { Choice, Facets, Filters, SearchCall } from '#search'

type FacetName = keyof Facets

const columns: Readonly<Record<FacetName, string>> = {
  languages: 'language',
  kinds: 'kind',
  publications: 'publication',
  topics: 'topic',
  doors: 'door',
  lengths: 'length',
}

const mostChoices = 30

/** Counts the choices of filters among hits; those of a filter in use as if it were not. */
export function facetsIn(database: DatabaseSync) {
  const statements = new Map(
    Object.values(columns).map((column) => [
      column,
      database.prepare(
        `select ${column} as value, count(*) as count from document where id in (select value from json_each(?)) group by 1 order by 2 desc, 1 limit ${mostChoices}`,
      ),
    ]),
  )
  const choices = (column: string, ids: string): Choice[] => {
    const rows = statements.get(column)?.all(ids) ?? []
    return rows
      .map((row) => ({ value: String(row.value), count: Number(row.count) }))
      .filter(({ value }) => value !== '')
  }
  return {
    of(
      call: Pick<SearchCall, 'question' | 'scope'>,
      ids: readonly number[],
      matching: (call: Pick<SearchCall, 'question' | 'scope'>) => readonly number[],
    ): Facets {
      const hits = JSON.stringify(ids)
      const { filters } = call.question
      const facet = (name: FacetName): readonly Choice[] => {
        if (filters[name].length === 0) return choices(columns[name], hits)
        const question = { ...call.question, filters: without(filters, name) }
        return choices(columns[name], JSON.stringify(matching({ ...call, question })))
      }
      return {
        languages: facet('languages'),
        kinds: facet('kinds'),
        publications: facet('publications'),
        topics: facet('topics'),
        doors: facet('doors'),
        lengths: facet('lengths'),
      }
    },
  }
}

const without = (filters: Filters, name: FacetName): Filters => ({ ...filters, [name]: [] })
