import type { DatabaseSync } from 'node:sqlite'
import { factNames, type Row, type Shelf } from '../shelf.ts'
import { candidatesIn } from './candidates.ts'
import { extentOf } from './extent.ts'

/** Looked at before the clock is asked again. */
const atOnce = 500

const given = '(select value from json_each(?))'
const facts = factNames.join(' || char(31) || ')

/** What is asked of an index that is open for reading. */
export function sqliteShelf(database: DatabaseSync): Shelf {
  const candidates = candidatesIn(database)
  const extent = extentOf(database)
  const rows = database.prepare(
    `select id, story, ${facts} as facts, headline || char(10) || ' ' || front as text from document where id in ${given}`,
  )
  rows.setReturnArrays(true)
  const publications = database.prepare(
    "select json_group_array(coalesce(publication, '')) as all_of from (select publication from json_each(?) left join document on document.id = value order by key)",
  )
  const counts = new Map(
    factNames.map((fact) => [
      fact,
      database.prepare(
        `select ${fact} as value, count(*) as count from document where id in ${given} group by 1`,
      ),
    ]),
  )
  const counted = database.prepare('select count from spelling where word = ?')
  const alike = database.prepare(
    'select word, count from spelling where word >= ? and word < ? and length(word) between ? and ?',
  )
  const beginning = database.prepare(
    'select word from spelling where word >= ? and word < ? order by count desc, word limit ?',
  )
  return {
    extent,
    newest: (asked, span, limits) =>
      asked.map(({ source, match }) =>
        candidates(source, match, span, { ...limits, density: extent().density }),
      ),
    rows: (ids) => rows.all(JSON.stringify(ids)).map(rowFrom),
    publications: (ids) =>
      JSON.parse(String(publications.get(JSON.stringify(ids))?.all_of ?? '[]')),
    counts: (ids, fact) =>
      (counts.get(fact)?.all(JSON.stringify(ids)) ?? []).map(({ value, count }) => ({
        value: String(value),
        count: Number(count),
      })),
    spelled: (words) => words.map((word) => Number(counted.get(word)?.count ?? 0)),
    alike(start, { word, most }, until) {
      const found: { word: string; count: number }[] = []
      const lengths = [word.length - most, word.length + most] as const
      for (const row of alike.iterate(start, after(start), ...lengths)) {
        found.push({ word: String(row.word), count: Number(row.count) })
        if (found.length % atOnce === 0 && performance.now() > until) break
      }
      return found
    },
    beginning: (start, most) =>
      beginning.all(start, after(start), most).map((row) => String(row.word)),
  }
}

/** The first text behind all that begin so. */
const after = (start: string): string => `${start}\u{10FFFF}`

/** Values in the order of the columns, which is the type of rows once they are asked for as arrays. */
function rowFrom(values: unknown): Row {
  if (!Array.isArray(values)) throw new TypeError('Rows are asked for as arrays')
  const [id, story, facts, text] = values
  return { id: Number(id), story: String(story), facts: String(facts), text: String(text) }
}
