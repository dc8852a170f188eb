import type { Compilable, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * A query that is put into words once; each call only fills in its values, in the order in which
 * they stand in it. For the few queries of a page that nobody asked for before: putting a query
 * into words costs more than running it.
 * @param query the query with any values in it
 */
export function prepared<Row>(
  database: Kysely<Tables>,
  query: Compilable<Row>,
): (...values: readonly (string | number)[]) => Promise<readonly Row[]> {
  const compiled = query.compile()
  return async (...values) => {
    const { parameters } = compiled
    if (values.length !== parameters.length)
      throw new TypeError(`${parameters.length} values, please`)
    return (await database.executeQuery<Row>({ ...compiled, parameters: values })).rows
  }
}
