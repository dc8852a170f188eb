import { sql } from 'kysely'
import { openSlots, slots } from '../document-id.ts'
import type { Match } from '../expression.ts'
import {
  type Extent,
  type Found,
  factsEnd,
  type Limits,
  type Row,
  type Shelf,
  type Source,
  type Span,
} from '../shelf.ts'
import type { Asking, Generation } from './generation.ts'
import { tsqueryOf, tsqueryWithin } from './tsquery.ts'

/** Words that may have been meant: the commonest of those that look like it. */
const mostAlike = 4_000

/** What is asked of an index in PostgreSQL. */
export function postgresShelf(database: Asking, generation: Generation): Shelf {
  const document = sql.table(generation.document)
  const spelling = sql.table(generation.spelling)
  let known: Promise<Extent> | null = null
  const extent = (): Promise<Extent> => {
    known ??= extentOf(database, generation)
    return known
  }
  return {
    extent,
    newest: async (source, match, span, limits) =>
      newestIn(database, generation, { source, match, span, limits, extent: await extent() }),
    async rows(ids) {
      if (ids.length === 0) return []
      const { rows } = await sql<SentRow>`
        select id, story, headline || chr(10) || ' ' || front as text,
          concat_ws(${factsEnd}, language, kind, publication, topic, door, length) as facts
        from ${document} where id = any(${ids}::bigint[])`.execute(database)
      return rows.map((row): Row => ({ ...row, id: Number(row.id) }))
    },
    async counts(ids, fact) {
      if (ids.length === 0) return []
      const { rows } = await sql<{ value: string; count: string }>`
        select ${sql.ref(fact)} as value, count(*) as count
        from ${document} where id = any(${ids}::bigint[]) group by 1`.execute(database)
      return rows.map(({ value, count }) => ({ value, count: Number(count) }))
    },
    async spelled(word) {
      const { rows } = await sql<{ count: number }>`
        select count from ${spelling} where word = ${word}`.execute(database)
      return rows[0]?.count ?? 0
    },
    async alike(start, [least, most]) {
      const { rows } = await sql<{ word: string; count: number }>`
        select word, count from ${spelling}
        where word >= ${start} and word < ${after(start)} and char_length(word) between ${least} and ${most}
        order by count desc limit ${mostAlike}`.execute(database)
      return rows
    },
    async beginning(start, most) {
      const { rows } = await sql<{ word: string }>`
        select word from ${spelling} where word >= ${start} and word < ${after(start)}
        order by count desc, word limit ${most}`.execute(database)
      return rows.map(({ word }) => word)
    },
  }
}

type SentRow = Omit<Row, 'id'> & { readonly id: string }

/** The first text behind all that begin so, by code points: so the column is sorted. */
const after = (start: string): string => `${start}\u{10FFFF}`

async function extentOf(database: Asking, generation: Generation): Promise<Extent> {
  const document = sql.table(generation.document)
  const state = (name: string) =>
    sql`(select value from search_state where name = ${`${generation.name}.${name}`})`
  const { rows } = await sql<Ends>`select
    (select min(id) from ${document}) as low,
    (select max(id) from ${document}) as high,
    ${state('documents')} as documents,
    ${state('languages')} as languages`.execute(database)
  const [ends] = rows
  const span = { low: Number(ends?.low ?? 1), high: Number(ends?.high ?? 0) }
  const documents = Number(ends?.documents ?? 0)
  const languages = ends?.languages ?? ''
  return {
    span,
    documents,
    density: Math.max(1, (span.high - span.low) / Math.max(1, documents)),
    languages: languages.split(' ').filter((tag) => tag !== ''),
  }
}

interface Ends {
  readonly low: string | null
  readonly high: string | null
  readonly documents: string | null
  readonly languages: string | null
}

interface Wanted {
  readonly source: Source
  readonly match: Match
  readonly span: Span
  readonly limits: Limits
  readonly extent: Extent
}

/** So many documents are looked at first; how many then follows from what was found. */
const firstLook = 2_000
const widest = 16
/** Milliseconds after which the next look is no wider than the last, and after which it is narrower. */
const quick = 8
const slow = 20

/**
 * The newest documents of a match, by looks at spans of time from the newest on. A GIN index gives
 * all that match in a span or nothing, so a look is as wide as will hold about what is still wanted.
 */
async function newestIn(database: Asking, generation: Generation, wanted: Wanted): Promise<Found> {
  const { source, match, span, limits, extent } = wanted
  const column = sql.ref(source === 'shown-open' ? 'shown' : source)
  const open = sql`and id % ${sql.lit(slots)} < ${sql.lit(openSlots)}`
  const query = tsqueryOf(match)
  const ids: number[] = []
  let high = span.high
  let width = Math.ceil(firstLook * extent.density)
  while (high >= span.low && ids.length < limits.most) {
    const started = performance.now()
    const low = Math.max(span.low, high - width + 1)
    // All of a small stand is looked at, however busy the machine is.
    const isAll = low === span.low && high === span.high
    if (started > limits.until && !isAll) return { ids, all: false, late: true }
    const isWhole = low <= extent.span.low && high >= extent.span.high
    const asked = isWhole ? query : tsqueryWithin(query, { low, high })
    const most = limits.most - ids.length
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(generation.document)}
      where ${column} @@ ${asked}::tsquery and id between ${low} and ${high}
      ${source === 'shown-open' ? open : sql``}
      order by id desc limit ${most}`.execute(database)
    for (const { id } of rows) ids.push(Number(id))
    high = low - 1
    const took = performance.now() - started
    const wish = (1.5 * (most - rows.length)) / Math.max(rows.length, 0.1)
    const factor = took > slow ? 0.5 : took > quick ? 1 : Math.min(widest, Math.max(1, wish))
    width = Math.ceil(width * factor)
  }
  return { ids, all: ids.length < limits.most, late: false }
}
