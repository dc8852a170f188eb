import { randomBytes } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import type { Database } from '../database.ts'
import { migrate } from '../migrate.ts'
import type { Tables } from '../tables.ts'
import { openPostgres } from './postgres.ts'

const server = process.env.KIOSK_TEST_DATABASE_URL

/** What tests call the engine that they run on. */
export const postgresName = server === undefined ? 'PostgreSQL (PGlite)' : 'PostgreSQL (a server)'

/** A fresh database: in this process, or on the server that the environment names. */
export const openPostgresFixture = (): Promise<Database> =>
  server === undefined ? openInProcess() : openOnServer(server)

/** PostgreSQL compiled to WebAssembly: the same SQL, one connection, nothing on disk. */
async function openInProcess(): Promise<Database> {
  const schema = sql.id(`kiosk_test_${randomBytes(6).toString('hex')}`)
  const own = isTaken ? new PGlite() : null
  if (own === null) {
    isTaken = true
    usual ??= new PGlite()
  }
  const pglite = own ?? usual ?? new PGlite()
  await pglite.waitReady
  const both = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  await sql`create schema ${schema}`.execute(both)
  await sql`set search_path = ${schema}`.execute(both)
  const database: Database = {
    engine: 'postgres',
    version: () => null,
    read: both,
    write: both,
    overwriteDeleted: async () => {},
    async [Symbol.asyncDispose]() {
      if (own !== null) return both.destroy()
      await sql`drop schema ${schema} cascade`.execute(both)
      isTaken = false
    },
  }
  await migrate(database)
  return database
}

/** To start one takes seconds: a test has a schema of its own in it, and another where it is taken. */
let usual: PGlite | undefined
let isTaken = false

/** A schema of its own on the server, dropped at the end. */
async function openOnServer(address: string): Promise<Database> {
  const schema = `kiosk_test_${randomBytes(6).toString('hex')}`
  const url = new URL(address)
  url.searchParams.set('options', `-c search_path=${schema}`)
  const database = openPostgres(url.href)
  await sql`create schema ${sql.id(schema)}`.execute(database.write)
  await migrate(database)
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await sql`drop schema ${sql.id(schema)} cascade`.execute(database.write)
      await database[Symbol.asyncDispose]()
    },
  }
}
