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

/** To start one and to migrate it takes seconds, so it goes from test to test, as it was at first. */
const idle: PGlite[] = []

/** PostgreSQL compiled to WebAssembly: the same SQL, one connection, nothing on disk. */
async function openInProcess(): Promise<Database> {
  const pglite = idle.pop() ?? (await startInProcess())
  return {
    ...databaseOf(pglite),
    async [Symbol.asyncDispose]() {
      await pglite.exec(backToFirstRows)
      idle.push(pglite)
    },
  }
}

async function startInProcess(): Promise<PGlite> {
  const pglite = new PGlite()
  await pglite.waitReady
  await migrate(databaseOf(pglite))
  await pglite.exec(keepFirstRows)
  return pglite
}

function databaseOf(pglite: PGlite): Database {
  const both = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
  return {
    engine: 'postgres',
    version: () => null,
    read: both,
    write: both,
    overwriteDeleted: async () => {},
    [Symbol.asyncDispose]: () => both.destroy(),
  }
}

/** Migrations put rows into a few tables, of which there are copies in another schema. */
const keepFirstRows = `
  create schema first_rows;
  do $$ declare name text; is_filled boolean; begin
    for name in select tablename from pg_tables where schemaname = 'public' loop
      execute format('select exists (select from public.%I)', name) into is_filled;
      if is_filled then
        execute format('create table first_rows.%I as table public.%I', name, name);
      end if;
    end loop;
  end $$`

const backToFirstRows = `
  do $$ declare name text; begin
    set local session_replication_role = replica;
    for name in select tablename from pg_tables where schemaname = 'public' loop
      execute format('delete from public.%I', name);
      if to_regclass(format('first_rows.%I', name)) is not null then
        execute format('insert into public.%I table first_rows.%I', name, name);
      end if;
    end loop;
  end $$`

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
