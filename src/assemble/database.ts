import { join } from 'node:path'
import { StorageFullError } from '#ground/storage-full-error'
import {
  type Database,
  MigrationError,
  migrate,
  OpenError,
  openPostgres,
  openSqlite,
} from '#storage'
import type { Config } from '../config.ts'

/**
 * The stand's database, as new as this program.
 * @throws MigrationError, StorageFullError, or OpenError, which names the setting to look at
 */
export async function openDatabase({ database, folder }: Config): Promise<Database> {
  const [what, setting] =
    database.kind === 'sqlite'
      ? [`The database in ${folder}`, 'KIOSK_DATA']
      : [`The database at ${new URL(database.url).host}`, 'DATABASE_URL']
  await using opened = new AsyncDisposableStack()
  try {
    const file = join(folder, 'kiosk.db')
    const fresh = database.kind === 'sqlite' ? openSqlite(file) : openPostgres(database.url)
    opened.use(fresh)
    await migrate(fresh)
    opened.move()
    return fresh
  } catch (error) {
    if (error instanceof MigrationError || error instanceof StorageFullError) throw error
    throw new OpenError(what, error, setting)
  }
}
