import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { DatabaseConnection, SqliteDatabase, SqliteStatement } from 'kysely'
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely'
import type { Database } from '../database.ts'
import type { Tables } from '../tables.ts'

/**
 * Opens the embedded database: one connection writes, its transactions taking turns; another
 * reads, so that a page never waits for an open transaction.
 */
export function openSqlite(file: string): Database {
  refuseOldSqlite()
  mkdirSync(dirname(file), { recursive: true })
  const writing = new DatabaseSync(file, { timeout: 2_000 })
  writing.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  // What is deleted is overwritten in the file, so that a reader who left has left.
  writing.exec('pragma secure_delete = on')
  writing.exec('pragma wal_autocheckpoint = 1000; pragma busy_timeout = 0')
  // With the 2 MB it has by itself, a large import reads the same pages of its indexes again and again.
  writing.exec('pragma cache_size = -16384')
  const reading = new DatabaseSync(file, { readOnly: true, timeout: 2_000 })
  // Beyond what is mapped the system keeps pages too: a larger cache of our own would only double it.
  reading.exec('pragma query_only = on; pragma cache_size = -16384; pragma mmap_size = 268435456')
  const write = kyselyOver(writing)
  const read = kyselyOver(reading)
  const version = versionOf(reading)
  return {
    engine: 'sqlite',
    read,
    write,
    version,
    overwriteDeleted: () => emptyLog(write),
    async [Symbol.asyncDispose]() {
      await read.destroy()
      await write.destroy()
    },
  }
}

/** Counts what was run by any connection of this program: a commit among others. */
let ran = 0

/**
 * SQLite counts the commits of other connections (pragma data_version). Asking costs as much as
 * reading a row, so it is asked once a turn of the event loop for what other programs wrote; what
 * this one writes is seen at once.
 */
function versionOf(reading: DatabaseSync): () => number {
  const counter = reading.prepare('pragma data_version')
  const seen = { ran: -1, commits: -1, version: 0, isNews: false }
  return () => {
    if (seen.isNews && seen.ran === ran) return seen.version
    const commits = Number(counter.get()?.data_version)
    if (commits !== seen.commits) seen.version += 1
    seen.commits = commits
    seen.ran = ran
    seen.isNews = true
    setImmediate(() => {
      seen.isNews = false
    })
    return seen.version
  }
}

/** The log holds pages as they were. Another process may be reading from it, so it is asked again. */
async function emptyLog(database: Kysely<Tables>): Promise<void> {
  for (let wait = 2; wait <= 1_024; wait *= 2) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(database)
    if (rows[0]?.busy === 0) return
    await pause(wait)
  }
}

/** 3.7.0 to 3.51.2 could lose commits with two connections in WAL mode (sqlite.org/changes). */
function refuseOldSqlite(): void {
  const [major = 0, minor = 0, patch = 0] = process.versions.sqlite?.split('.').map(Number) ?? []
  if (major * 1e6 + minor * 1e3 + patch >= 3_051_003) return
  throw new Error(`SQLite ${process.versions.sqlite} can lose commits; 3.51.3 or newer is needed`)
}

function kyselyOver(handle: DatabaseSync): Kysely<Tables> {
  return new Kysely({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new NodeSqliteDriver(handle),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (database) => new SqliteIntrospector(database),
    },
  })
}

const longestTurn = 30_000

class NodeSqliteDriver extends SqliteDriver {
  readonly #handle: DatabaseSync

  constructor(handle: DatabaseSync) {
    super({ database: understood(handle) })
    this.#handle = handle
  }

  /** Another process may be writing. Waiting for it must not stop this one, so it waits outside. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const giveUp = performance.now() + longestTurn
    for (let wait = 2; ; wait = Math.min(wait * 2, 50)) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
        return
      } catch (error) {
        if (!isBusy(error) || performance.now() > giveUp) throw error
        await pause(wait)
      }
    }
  }

  /** A full disk ends the transaction by itself; rolling back again would hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#handle.isTransaction) await super.rollbackTransaction(connection)
  }
}

/** SQLITE_BUSY; in the bits above the lowest eight SQLite says why. */
const busy = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy
}

const statementsKept = 500

/** The few words Kysely asks of a SQLite library, said by node:sqlite. */
function understood(handle: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => handle.close(),
    prepare(text) {
      const known = kept.get(text)
      if (known !== undefined) return known
      const fresh = statementOf(handle, text)
      const [oldest] = kept.keys()
      if (kept.size >= statementsKept && oldest !== undefined) kept.delete(oldest)
      kept.set(text, fresh)
      return fresh
    },
  }
}

function statementOf(handle: DatabaseSync, text: string): SqliteStatement {
  const statement = handle.prepare(text)
  return {
    reader: statement.columns().length > 0,
    all: (values) => statement.all(...values.map(bindable)),
    run(values) {
      ran += 1
      return statement.run(...values.map(bindable))
    },
    iterate: (values) => statement.iterate(...values.map(bindable)),
  }
}

/** node:sqlite takes a leading object for named values and shifts all others: stop it here. */
function bindable(value: unknown): SQLInputValue {
  if (value === null || value instanceof Uint8Array) return value
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'bigint') return value
  throw new TypeError(`SQLite cannot keep this value: ${String(value)}`)
}
