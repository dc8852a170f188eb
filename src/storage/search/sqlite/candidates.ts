import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { openSlots, slots } from '../document-id.ts'
import type { Match } from '../expression.ts'
import type { Found, Limits, Source, Span } from '../shelf.ts'
import { fts5Of } from './fts5.ts'

/** So many documents are looked at first; each further look doubles while it is quick. */
const firstLook = 20_000
const quick = 6

/** Ids come as one text: a thousand rows of one number each would cost more than finding them. */
const matched = (table: string, more = '') =>
  `select json_group_array(id) as ids from (select rowid as id from ${table} where ${table} match ? and rowid between ? and ?${more} order by rowid desc limit ?)`

/**
 * The newest documents of an expression. It is asked span by span of time, from the newest on: what
 * many documents match ends after the first, and what few match ends at the deadline.
 */
export function candidatesIn(database: DatabaseSync) {
  const statements: Readonly<Record<Source, StatementSync>> = {
    shown: database.prepare(matched('shown')),
    'shown-open': database.prepare(matched('shown', ` and rowid % ${slots} < ${openSlots}`)),
    whole: database.prepare(matched('whole')),
    heads: database.prepare(matched('heads')),
  }
  /** @param density how many ids there are for each document, on average */
  return (
    source: Source,
    match: Match,
    span: Span,
    { most, until, density }: Limits & { readonly density: number },
  ): Found => {
    const expression = fts5Of(match)
    const ids: number[] = []
    let high = span.high
    let width = Math.max(1, Math.ceil(firstLook * density))
    while (high >= span.low && ids.length < most) {
      const started = performance.now()
      const low = Math.max(span.low, high - width + 1)
      // All of a small stand is looked at, however busy the machine is.
      const isAll = low === span.low && high === span.high
      if (started > until && !isAll) return { ids, all: false, late: true }
      const found = statements[source].get(expression, low, high, most - ids.length)
      const newest: readonly number[] = JSON.parse(String(found?.ids ?? '[]'))
      ids.push(...newest)
      high = low - 1
      if (performance.now() - started < quick) width *= 2
    }
    return { ids, all: ids.length < most, late: false }
  }
}
