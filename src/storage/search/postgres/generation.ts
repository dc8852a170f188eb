import { type Kysely, sql } from 'kysely'
import { newId } from '#ground/ids'
import type { Database } from '../../database.ts'

/**
 * An index is tables of its own, so that another can be built beside it, and dropped in one go.
 * They belong to no migration: they can always be built again.
 */
export interface Generation {
  readonly name: string
  /** What is known of documents. */
  readonly document: string
  /** Their words, by which they are found: a table so narrow that thousands of rows are a few pages. */
  readonly words: string
  readonly spelling: string
}

/** Another one is another index: what was built by an older program is built anew. */
const schemaVersion = 3
const wordColumns = ['shown', 'whole', 'heads'] as const
export const prefix = `search_${schemaVersion}_`

const generationNamed = (name: string): Generation => ({
  name,
  document: `${prefix}${name}_document`,
  words: `${prefix}${name}_words`,
  spelling: `${prefix}${name}_spelling`,
})

/** What an index is asked with: the tables are not known to the types, for they come and go. */
export type Asking = Kysely<Database['read'] extends Kysely<infer Tables> ? Tables : never>

/** The index that is asked, or null when none was finished yet. */
export async function currentGeneration(database: Asking): Promise<Generation | null> {
  return generationIn(await stateOf(database, 'current'))
}

export const generationIn = (current: string | null): Generation | null =>
  current?.startsWith(prefix) === true ? generationNamed(current.slice(prefix.length)) : null

export async function stateOf(database: Asking, name: string): Promise<string | null> {
  const found = await sql<{ value: string }>`
    select value from search_state where name = ${name}`.execute(database)
  return found.rows[0]?.value ?? null
}

export async function keepState(database: Asking, name: string, value: string): Promise<void> {
  await sql`insert into search_state (name, value) values (${name}, ${value})
    on conflict (name) do update set value = excluded.value`.execute(database)
}

/** A build that was not written to for so many milliseconds was given up. */
const givenUp = 3_600_000

/** Says that a generation is being built: another program leaves it alone. */
export const keepBuilding = (database: Asking, { name }: Generation): Promise<void> =>
  keepState(database, `${name}.building`, String(Date.now()))

/** Whether it was finished or given up. */
export async function endBuilding(database: Asking, { name }: Generation): Promise<void> {
  await sql`delete from search_state where name = ${`${name}.building`}`.execute(database)
}

/** Makes the tables of a new one, and drops those of builds that were given up. */
export async function beginGeneration(database: Asking): Promise<Generation> {
  await dropOthers(database, await currentGeneration(database))
  const made = generationNamed(newId().replaceAll('-', '').slice(-12))
  await keepBuilding(database, made)
  await sql`create table ${sql.table(made.document)} (
    id bigint primary key,
    story text not null unique,
    language text not null,
    kind text not null,
    publication text not null,
    topic text not null,
    door text not null,
    length text not null,
    headline text not null,
    front text not null
  )`.execute(database)
  await sql`create table ${sql.table(made.words)} (
    id bigint primary key,
    shown tsvector not null,
    whole tsvector,
    heads tsvector not null
  ) with (toast_tuple_target = 128)`.execute(database)
  // Kept beside the rows, and as they are: packing hardly makes them smaller, and takes its time.
  for (const column of wordColumns)
    await sql`alter table ${sql.table(made.words)}
      alter column ${sql.ref(column)} set storage external`.execute(database)
  await sql`create table ${sql.table(made.spelling)} (
    word text collate "C" primary key, count integer not null)`.execute(database)
  return made
}

/**
 * Indices are made when all documents are there, which takes a fraction of the time. What is put in
 * later goes to its place at once: a list of what waits would be looked through by every question.
 */
export async function indexGeneration(database: Asking, made: Generation): Promise<void> {
  const index = (column: (typeof wordColumns)[number]) =>
    withMemory(database, (turn) =>
      sql`create index ${sql.id(`${made.words}_${column}`)} on ${sql.table(made.words)}
        using gin (${sql.ref(column)}) with (fastupdate = off)`.execute(turn),
    )
  // A server makes such an index with one core: two are made at once, of the two that take long.
  await Promise.all([index('whole'), index('shown')])
  await index('heads')
  // Words that look alike are then on a few pages.
  await withMemory(database, (turn) =>
    sql`cluster ${sql.table(made.spelling)} using ${sql.id(`${made.spelling}_pkey`)}`.execute(turn),
  )
}

const withMemory = (database: Asking, work: (turn: Asking) => Promise<unknown>) =>
  database.transaction().execute(async (turn) => {
    await sql`select set_config('maintenance_work_mem', '256MB', true)`.execute(turn)
    await work(turn)
  })

export async function chooseGeneration(database: Asking, made: Generation): Promise<void> {
  for (const table of [made.document, made.words, made.spelling])
    await sql`analyze ${sql.table(table)}`.execute(database)
  await keepState(database, 'current', prefix + made.name)
  await endBuilding(database, made)
  await dropOthers(database, made)
}

async function dropOthers(database: Asking, kept: Generation | null): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = current_schema() and tablename like 'search\\_%\\_%'`.execute(database)
  const names = [...(await inBuilding(database)), ...(kept === null ? [] : [kept.name])]
  const keep = new Set(
    names
      .map(generationNamed)
      .flatMap(({ document, words, spelling }) => [...[document, words, spelling]]),
  )
  for (const { name } of rows) {
    if (/^search_\d+_\w+_(document|words|spelling)$/.test(name) && !keep.has(name))
      await sql`drop table if exists ${sql.table(name)}`.execute(database)
  }
  await sql`delete from search_state
    where name <> 'current' and split_part(name, '.', 1) <> all(${names}::text[])`.execute(database)
}

async function inBuilding(database: Asking): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select split_part(name, '.', 1) as name from search_state
    where name like '%.building' and value::bigint > ${Date.now() - givenUp}`.execute(database)
  return rows.map(({ name }) => name)
}
