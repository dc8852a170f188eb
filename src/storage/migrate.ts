import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { digestOf } from '#ground/digest'
import { type Database, inTurn } from './database.ts'

const folder = new URL('../../migrations/', import.meta.url)

/** The database was made by a newer Kiosk, or its history was changed. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/**
 * Brings the database to the newest schema. Files only, no code: a migration must mean the same
 * thing years from now. Each runs once, whole or not at all.
 * @throws MigrationError when the database holds a migration this Kiosk does not have
 */
export async function migrate(database: Database): Promise<void> {
  await inTurn(database, async (turn) => {
    await turn.schema
      .createTable('migration')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('ran_at', 'bigint', (column) => column.notNull())
      .execute()
  })
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  const ran = await database.read.selectFrom('migration').selectAll().execute()
  const strange = ran.find(({ name }) => !files.includes(name))
  if (strange) {
    throw new MigrationError(
      `This database was made by a newer Kiosk (it has "${strange.name}"). Start that version, or restore a backup.`,
    )
  }
  for (const file of files) await runOnce(database, file)
}

async function runOnce(database: Database, name: string): Promise<void> {
  const text = await readFile(new URL(name, folder), 'utf8')
  await inTurn(database, async (turn) => {
    const done = await turn
      .selectFrom('migration')
      .select('digest')
      .where('name', '=', name)
      .executeTakeFirst()
    if (done?.digest === digestOf(text)) return
    if (done) throw new MigrationError(`The migration "${name}" was changed after it had run.`)
    for (const statement of statementsIn(text)) await sql.raw(statement).execute(turn)
    const ran = { name, digest: digestOf(text), ran_at: Temporal.Now.instant().epochMilliseconds }
    await turn.insertInto('migration').values(ran).execute()
  })
}

/** Migrations hold plain statements: no semicolon stands inside one. */
function statementsIn(text: string): string[] {
  const bare = text.replace(/^--.*$/gm, '')
  return bare
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean)
}
