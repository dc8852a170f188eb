import { sql } from 'kysely'
import { factsEnd, type Row, type Shelf } from '../shelf.ts'
import type { Asked } from './extent.ts'
import type { Asking } from './generation.ts'
import { newestIn } from './newest.ts'

/** Words that may have been meant: the commonest of those that look like it. */
const mostAlike = 4_000

/** What parts values and rows in an answer: no term holds them. */
const valueEnd = '\u001D'
const rowEnd = '\u001E'

/** What is asked of an index in PostgreSQL. */
export function postgresShelf(database: Asking, { generation, extent }: Asked): Shelf {
  const document = sql.table(generation.document)
  const spelling = sql.table(generation.spelling)
  return {
    extent: () => extent,
    newest: (asked, span, limits) =>
      newestIn(database, generation, { asked, span, limits, extent }),
    async rows(ids, wanted) {
      if (ids.length === 0) return []
      const text = wanted === 'facts' ? sql`''` : sql`headline || chr(10) || ' ' || front`
      // As one text: a thousand rows would cost more than finding them.
      const { rows } = await sql<{ all: string | null }>`
        select string_agg(concat_ws(${valueEnd}::text, id, story,
          concat_ws(${factsEnd}::text, language, kind, publication, topic, door, length), ${text}),
          ${rowEnd}::text) as all
        from ${document} where id = any(${ids}::bigint[])`.execute(database)
      return (rows[0]?.all?.split(rowEnd) ?? []).map(rowFrom)
    },
    async publications(ids) {
      if (ids.length === 0) return []
      const { rows } = await sql<{ all: string }>`
        select string_agg(coalesce(publication, ''), ${valueEnd}::text order by at) as all
        from unnest(${ids}::bigint[]) with ordinality as asked (number, at)
        left join ${document} on id = number`.execute(database)
      return rows[0]?.all.split(valueEnd) ?? []
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
      const { rows } = await sql<{ all: string | null }>`
        select string_agg(word || ' ' || count, ${rowEnd}::text) as all from (
          select word, count from ${spelling}
          where word >= ${start} and word < ${after(start)}
            and char_length(word) between ${least} and ${most}
          order by count desc limit ${mostAlike}
        ) as alike`.execute(database)
      return (rows[0]?.all?.split(rowEnd) ?? []).map((line) => {
        const [word = '', count] = line.split(' ')
        return { word, count: Number(count) }
      })
    },
    async beginning(start, most) {
      const { rows } = await sql<{ word: string }>`
        select word from ${spelling} where word >= ${start} and word < ${after(start)}
        order by count desc, word limit ${most}`.execute(database)
      return rows.map(({ word }) => word)
    },
  }
}

function rowFrom(text: string): Row {
  const [id = '', story = '', facts = '', words = ''] = text.split(valueEnd)
  return { id: Number(id), story, facts, text: words }
}

/** The first text behind all that begin so, by code points: so the column is sorted. */
const after = (start: string): string => `${start}\u{10FFFF}`
