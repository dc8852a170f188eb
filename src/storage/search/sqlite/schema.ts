import { DatabaseSync } from 'node:sqlite'
import { fields } from '../columns.ts'

/** Another one is another index: what was built by an older program is built anew. */
export const schemaVersion = 2

/** Terms are made by us, so that both engines know the same ones: SQLite only parts them at spaces. */
const fts = (columns: string, more = '') =>
  `using fts5(${columns}, content='', contentless_delete=1, tokenize='ascii'${more})`

const schema = `
create table state (name text primary key, value text not null) without rowid;
create table document (
  id integer primary key,
  story text not null unique,
  language text not null,
  kind text not null,
  publication text not null,
  topic text not null,
  door text not null,
  length text not null,
  headline text not null,
  front text not null
);
create table language (tag text primary key) without rowid;
create table spelling (word text primary key, count integer not null) without rowid;
create virtual table shown ${fts(fields.join(', '))};
create virtual table whole ${fts(fields.join(', '))};
create virtual table heads ${fts('words', ", prefix='1 2 3'")};
`

/**
 * Opens the file of an index for writing, made when it is not there. It can always be built again,
 * so a power cut may take the last commits: the position in it goes with them.
 */
export function openForWriting(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  database.exec('pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = normal')
  database.exec('pragma cache_size = -65536; pragma secure_delete = off')
  const { user_version: version } = database.prepare('pragma user_version').get() ?? {}
  if (version === 0)
    database.exec(`begin; ${schema} pragma user_version = ${schemaVersion}; commit`)
  return database
}

export function openForReading(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 2_000 })
  database.exec('pragma query_only = on; pragma cache_size = -32768; pragma mmap_size = 1073741824')
  return database
}
