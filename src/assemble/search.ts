import { join } from 'node:path'
import type { Outbox } from '#desk'
import type { IndexNeeds } from '#jobs'
import type { SearchIndex } from '#search'
import { type Database, documentReader, openSqliteIndex } from '#storage'

/** Asking the search index, and keeping it true. */
export interface StandSearch extends IndexNeeds, AsyncDisposable {
  readonly index: SearchIndex
}

export function assembleSearch(folder: string, database: Database, outbox: Outbox): StandSearch {
  const opened = openSqliteIndex(join(folder, 'search'))
  return {
    index: opened.index,
    keeper: opened.keeper,
    documents: documentReader(database),
    outbox,
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  }
}
