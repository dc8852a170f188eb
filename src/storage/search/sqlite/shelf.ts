import type { DatabaseSync } from 'node:sqlite'
import type { Row, Shelf } from '../shelf.ts'
import { candidatesIn } from './candidates.ts'
import { extentOf } from './extent.ts'

/** Looked at before the clock is asked again. */
const atOnce = 500

/** What is asked of an index that is open for reading. */
export function sqliteShelf(database: DatabaseSync): Shelf {
  const candidates = candidatesIn(database)
  const extent = extentOf(database)
  const rows = database.prepare(
    'select id, story, language, kind, publication, topic, door, length, headline, front from document where id in (select value from json_each(?))',
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
    newest: (source, match, span, limits) =>
      candidates(source, match, span, { ...limits, density: extent().density }),
    rows: (ids) => rows.all(JSON.stringify(ids)).map(rowFrom),
    spelled: (word) => Number(counted.get(word)?.count ?? 0),
    alike(word, [least, most], until) {
      const [first = ''] = word
      const found: { word: string; count: number }[] = []
      for (const row of alike.iterate(first, after(first), least, most)) {
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

function rowFrom(row: Record<string, unknown>): Row {
  return {
    id: Number(row.id),
    story: String(row.story),
    language: String(row.language),
    kind: String(row.kind),
    publication: String(row.publication),
    topic: String(row.topic),
    door: String(row.door),
    length: String(row.length),
    headline: String(row.headline),
    front: String(row.front),
  }
}
