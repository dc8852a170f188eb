import type { DatabaseSync } from 'node:sqlite'
import type { Span } from './candidates.ts'

/** How far an index reaches, as was looked up lately. */
export interface Extent {
  readonly span: Span
  readonly documents: number
  /** How many ids there are for each document, on average. */
  readonly density: number
  readonly languages: readonly string[]
}

/** Milliseconds that an extent is believed: only estimates rest on it. */
const believed = 5_000

export function extentOf(database: DatabaseSync): () => Extent {
  const ends = database.prepare('select min(id) as low, max(id) as high from document')
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
