import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Expression } from './expression.ts'

/** `shown` holds what everyone may see, `whole` all words of all stories. */
export type Table = 'shown' | 'whole'

export interface Span {
  readonly low: number
  readonly high: number
}

export interface Found {
  /** Ids, the newest first. */
  readonly ids: readonly number[]
  /** True when these are all there are. */
  readonly all: boolean
  /** True when time ran out before that was known. */
  readonly late: boolean
}

/** Says when it is time to stop: `performance.now()` of the last moment. */
export type Deadline = number

/** So many documents are looked at first; each further look doubles while it is quick. */
const firstLook = 20_000
const quick = 6

export interface Candidates {
  newest(table: Table | 'heads', expression: Expression, span: Span, limits: Limits): Found
}

export interface Limits {
  readonly most: number
  readonly until: Deadline
  /** How many ids there are for each document, on average. */
  readonly density: number
}

/**
 * The newest documents of an expression. It is asked span by span of time, from the newest on: what
 * many documents match ends after the first, and what few match ends at the deadline.
 */
export function candidatesIn(database: DatabaseSync): Candidates {
  const statements = new Map<string, StatementSync>()
  const statementFor = (table: string): StatementSync => {
    const known = statements.get(table)
    if (known !== undefined) return known
    const fresh = database.prepare(
      `select rowid as id from ${table} where ${table} match ? and rowid between ? and ? order by rowid desc limit ?`,
    )
    statements.set(table, fresh)
    return fresh
  }
  return {
    newest(table, expression, span, { most, until, density }) {
      const ids: number[] = []
      let high = span.high
      let width = Math.max(1, Math.ceil(firstLook * density))
      while (high >= span.low && ids.length < most) {
        const started = performance.now()
        // The first look is always taken: it is short, and all there is to a small stand.
        if (started > until && high !== span.high) return { ids, all: false, late: true }
        const low = Math.max(span.low, high - width + 1)
        for (const row of statementFor(table).iterate(expression, low, high, most - ids.length)) {
          ids.push(Number(row.id))
        }
        high = low - 1
        if (performance.now() - started < quick) width *= 2
      }
      return { ids, all: ids.length < most, late: false }
    },
  }
}
