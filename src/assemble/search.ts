import { join } from 'node:path'
import type { Outbox } from '#desk'
import type { IndexNeeds } from '#jobs'
import type { SearchIndex } from '#search'
import { type Database, documentReader, openPostgresIndex, openSqliteIndex } from '#storage'

/** Asking the search index, and keeping it true. */
export interface StandSearch extends IndexNeeds, AsyncDisposable {
  readonly index: SearchIndex
}

export function assembleSearch(folder: string, database: Database, outbox: Outbox): StandSearch {
  const opened =
    database.engine === 'sqlite'
      ? openSqliteIndex(join(folder, 'search'))
      : openPostgresIndex(database)
  return {
    index: opened.index,
    keeper: opened.keeper,
    documents: documentReader(database),
    outbox,
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  }
}
