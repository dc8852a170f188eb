import type { DatabaseSync } from 'node:sqlite'

const tables = ['shown', 'whole', 'heads'] as const

/** Documents in one transaction. Each leaves a segment behind in every table of words. */
export const documentsInTurn = 20_000

/**
 * Prepares a new index for being filled. Nobody asks it yet and a half-built one is thrown away, so
 * nothing has to be undone, and words are merged once, at the end.
 */
export function beginBuild(database: DatabaseSync): void {
  database.exec('pragma journal_mode = memory; pragma synchronous = off')
  database.exec('pragma locking_mode = exclusive; pragma cache_size = -131072')
  for (const table of tables) setUp(database, table, { hash: 33_554_432, merge: 0, crisis: 1_000 })
}

/** Merges what the portions left behind, and makes the file one that can be asked and changed. */
export function endBuild(database: DatabaseSync): void {
  for (const table of tables) {
    database.exec(`insert into ${table} (${table}) values ('optimize')`)
    setUp(database, table, { hash: 1_048_576, merge: 4, crisis: 16 })
  }
  database.exec('pragma locking_mode = normal; pragma synchronous = full')
  database.exec('pragma journal_mode = wal; pragma wal_checkpoint(truncate)')
}

/**
 * sqlite.org/fts5.html, "Special INSERT Directives"; what `endBuild` says is what FTS5 begins with.
 * It takes whole numbers only, and a number of JavaScript is bound as one that may have a fraction.
 */
function setUp(
  database: DatabaseSync,
  table: (typeof tables)[number],
  { hash, merge, crisis }: Readonly<Record<'hash' | 'merge' | 'crisis', number>>,
): void {
  const set = database.prepare(`insert into ${table} (${table}, rank) values (?, ?)`)
  set.run('hashsize', BigInt(hash))
  set.run('automerge', BigInt(merge))
  set.run('crisismerge', BigInt(crisis))
}
