import { type Kysely, sql, type Transaction } from 'kysely'
import { StorageFullError } from '#ground/storage-full-error'
import type { Tables } from './tables.ts'

/** An open database. Stores are given `read` or `write`, never both by accident. */
export interface Database extends AsyncDisposable {
  readonly engine: 'sqlite' | 'postgres'
  readonly read: Kysely<Tables>
  readonly write: Kysely<Tables>
  /**
   * Another number when anybody has written since: this program, or another one before this turn
   * of the event loop. Null where that cannot be had for nothing.
   */
  version(): number | null
  /** After deleting what somebody wants forgotten: nothing of it stays in our own files. */
  overwriteDeleted(): Promise<void>
}

/**
 * Runs a group of writes: all of them are durable when it returns, or none was kept. Writers take
 * turns over all processes of a stand, so what a transaction read is still true when it writes,
 * and the outbox has no gaps.
 * @throws StorageFullError when there is no space; nothing was stored
 */
export async function inTurn<Result>(
  { engine, write }: Database,
  work: (turn: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  try {
    return await write.transaction().execute(async (turn) => {
      // SQLite has one writer anyway. The number is our own: "KIOS" in ASCII.
      if (engine === 'postgres') await sql`select pg_advisory_xact_lock(1263095635)`.execute(turn)
      return await work(turn)
    })
  } catch (error) {
    throw isFull(error) ? new StorageFullError('this change', { cause: error }) : error
  }
}

/** SQLITE_FULL is 13; PostgreSQL's disk_full is SQLSTATE 53100. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const sqlite = 'errcode' in error && error.errcode === 13
  const postgres = 'code' in error && (error.code === '53100' || error.code === 'ENOSPC')
  return sqlite || postgres
}
