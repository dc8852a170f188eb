import type { DatabaseSync } from 'node:sqlite'
import type { Extent } from '../shelf.ts'

/** Milliseconds that an extent is believed: only estimates rest on it. */
const believed = 5_000

export function extentOf(database: DatabaseSync): () => Extent {
  // Asked for in one breath, SQLite would look at every row for them.
  const ends = database.prepare(
    'select (select min(id) from document) as low, (select max(id) from document) as high',
  )
  const counted = database.prepare("select value as count from state where name = 'documents'")
  const tags = database.prepare('select tag from language')
  let known: Extent | null = null
  let lookedAt = 0
  return () => {
    const now = performance.now()
    if (known !== null && now - lookedAt < believed) {
      const high = Number(ends.get()?.high ?? 0)
      return { ...known, span: { ...known.span, high } }
    }
    const { low, high } = ends.get() ?? {}
    const documents = Number(counted.get()?.count ?? 0)
    const span = { low: Number(low ?? 1), high: Number(high ?? 0) }
    const density = Math.max(1, (span.high - span.low) / Math.max(1, documents))
    const languages = tags.all().map((row) => String(row.tag))
    known = { span, documents, density, languages }
    lookedAt = now
    return known
  }
}
