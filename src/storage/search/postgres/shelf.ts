import { setImmediate as soon } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { factsEnd, type Row, type Shelf } from '../shelf.ts'
import type { Asked } from './extent.ts'
import { gateFor } from './gate.ts'
import type { Asking } from './generation.ts'
import { newestIn } from './newest.ts'

/** Words that may have been meant: the commonest of those that look like it, in a stand of any size. */
const mostAlike = 4_000

/** What parts values and rows in an answer: no term holds them. */
const valueEnd = '\u001D'
const rowEnd = '\u001E'

/** What is asked of an index in PostgreSQL. */
export function postgresShelf(database: Asking, { generation, extent, begun }: Asked): Shelf {
  const document = sql.table(generation.document)
  const spelling = sql.table(generation.spelling)
  const inTurn = gateFor(1)
  // A connection answers one by one: what waits is sent before this answer is read, which takes time.
  const ask = async <One>(query: RawBuilder<One>): Promise<readonly One[]> => {
    const { rows } = await inTurn(() => query.execute(database))
    await soon()
    return rows
  }
  return {
    extent: () => extent,
    newest: (asked, span, limits) =>
      inTurn(() => newestIn(database, generation, { asked, span, limits, extent, begun })),
    async rows(ids, wanted) {
      if (ids.length === 0) return []
      const text = wanted === 'facts' ? sql`''` : sql`headline || chr(10) || ' ' || front`
      // As one text: a thousand rows would cost more than finding them.
      const rows = await ask(sql<{ all: string | null }>`
        select string_agg(concat_ws(${valueEnd}::text, id, story,
          concat_ws(${factsEnd}::text, language, kind, publication, topic, door, length), ${text}),
          ${rowEnd}::text) as all
        from ${document} where id = any(${ids}::bigint[])`)
      return (rows[0]?.all?.split(rowEnd) ?? []).map(rowFrom)
    },
    async publications(ids) {
      if (ids.length === 0) return []
      const rows = await ask(sql<{ all: string }>`
        select string_agg(coalesce(publication, ''), ${valueEnd}::text order by at) as all
        from unnest(${ids}::bigint[]) with ordinality as asked (number, at)
        left join ${document} on id = number`)
      return rows[0]?.all.split(valueEnd) ?? []
    },
    async counts(ids, fact) {
      if (ids.length === 0) return []
      const rows = await ask(sql<{ value: string; count: string }>`
        select ${sql.ref(fact)} as value, count(*) as count
        from ${document} where id = any(${ids}::bigint[]) group by 1`)
      return rows.map(({ value, count }) => ({ value, count: Number(count) }))
    },
    async spelled(words) {
      if (words.length === 0) return []
      const rows = await ask(sql<{ word: string; count: number }>`
        select word, count from ${spelling} where word = any(${words}::text[])`)
      const counts = new Map(rows.map(({ word, count }) => [word, count]))
      return words.map((word) => counts.get(word) ?? 0)
    },
    // A letter that the word has not was put in or changed: to count these leaves few to compare.
    async alike(start, { word, most }) {
      const rows = await ask(sql<{ all: string | null }>`
        select string_agg(word || ' ' || count, ${rowEnd}::text) as all from (
          select word, count from ${spelling}
          where word >= ${start} and word < ${after(start)}
            and char_length(word) between ${word.length - most} and ${word.length + most}
            and char_length(translate(word, ${word}, '')) <= ${most}
          order by count desc, word limit ${mostAlike}
        ) as alike`)
      return (rows[0]?.all?.split(rowEnd) ?? []).map((line) => {
        const [word = '', count] = line.split(' ')
        return { word, count: Number(count) }
      })
    },
    async beginning(start, most) {
      const rows = await ask(sql<{ word: string }>`
        select word from ${spelling} where word >= ${start} and word < ${after(start)}
        order by count desc, word limit ${most}`)
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
