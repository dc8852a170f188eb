import type { Compilable, Kysely } from 'kysely'
import { inPortions } from './in-portions.ts'
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

/** As many stories as a page of a list shows. */
const atOnce = 20
const nobody: readonly string[] = Array.from({ length: atOnce }, () => '')

/**
 * The same for what is asked of many ids, some at a time: a list that is too short is filled up with
 * empty ones, which are nobody's.
 * @param query asks for those of a list of ids, and for nothing else that has a value
 */
export function preparedForEach<Row>(
  database: Kysely<Tables>,
  query: (ids: readonly string[]) => Compilable<Row>,
): (ids: readonly string[]) => Promise<readonly Row[]> {
  const ask = prepared(database, query(nobody))
  return (ids) => inPortions(ids, atOnce, (some) => ask(...some, ...nobody.slice(some.length)))
}
