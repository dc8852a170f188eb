import { randomBytes } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { paymentsContract } from '../access/payments.contract.ts'
import { rightsContract } from '../access/rights.contract.ts'
import { sharingContract } from '../access/sharing.contract.ts'
import { subscriptionsContract } from '../access/subscriptions.contract.ts'
import { accountsContract } from '../accounts.contract.ts'
import { catalogueContract } from '../catalogue.contract.ts'
import { collectionsContract } from '../collections.contract.ts'
import type { Database } from '../database.ts'
import { feedsContract } from '../feeds.contract.ts'
import { migrate } from '../migrate.ts'
import { pressContract } from '../press.contract.ts'
import { keepingContract } from '../reading/keeping.contract.ts'
import { readingContract } from '../reading/reading.contract.ts'
import { soundsContract } from '../renderings/sounds.contract.ts'
import { translationsContract } from '../renderings/translations.contract.ts'
import { storiesContract } from '../stories.contract.ts'
import type { Tables } from '../tables.ts'
import { openPostgres } from './postgres.ts'

const server = process.env.KIOSK_TEST_DATABASE_URL
const engine = server === undefined ? 'PostgreSQL (PGlite)' : 'PostgreSQL (a server)'
const openFresh = server === undefined ? openInProcess : () => openOnServer(server)

storiesContract(engine, openFresh)
accountsContract(engine, openFresh)
catalogueContract(engine, openFresh)
collectionsContract(engine, openFresh)
feedsContract(engine, openFresh)
pressContract(engine, openFresh)
rightsContract(engine, openFresh)
subscriptionsContract(engine, openFresh)
paymentsContract(engine, openFresh)
sharingContract(engine, openFresh)
readingContract(engine, openFresh)
keepingContract(engine, openFresh)
translationsContract(engine, openFresh)
soundsContract(engine, openFresh)

/** PostgreSQL compiled to WebAssembly: the same SQL, one connection, nothing on disk. */
async function openInProcess(): Promise<Database> {
  const pglite = new PGlite()
  await pglite.waitReady
  const both = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  const database: Database = {
    engine: 'postgres',
    version: () => null,
    read: both,
    write: both,
    overwriteDeleted: async () => {},
    [Symbol.asyncDispose]: () => both.destroy(),
  }
  await migrate(database)
  return database
}

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
