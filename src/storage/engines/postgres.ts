import { Kysely, PostgresDialect } from 'kysely'
import type { Database } from '../database.ts'
import type { Tables } from '../tables.ts'

/** Opens a PostgreSQL database (15 or newer) by its address, `postgres://…`. */
export function openPostgres(address: string): Database {
  const pool = async () => {
    // Loaded here: most stands have no use for it.
    const { Pool } = await import('pg')
    const opened = new Pool({ connectionString: address, max: 10, application_name: 'kiosk' })
    // An idle connection that the server closed is replaced at the next query, not a reason to end.
    opened.on('error', () => {})
    return opened
  }
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    engine: 'postgres',
    read: database,
    write: database,
    version: () => null,
    // The server's own files are its own matter: vacuum reuses the space in its time.
    overwriteDeleted: async () => {},
    [Symbol.asyncDispose]: () => database.destroy(),
  }
}
