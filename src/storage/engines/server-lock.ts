import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { OpenError } from '../open-error.ts'

/** Another server is at work on this data folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
}

/**
 * Makes this process the one server of a data folder. The lock is the operating system's, held by
 * an open SQLite transaction, so it ends with the process however that ends. Command-line calls do
 * not ask for it.
 * @throws FolderInUseError naming the process that has it
 * @throws OpenError when the folder cannot be written in
 */
export function lockFolder(folder: string): Disposable {
  const note = join(folder, 'server.pid')
  const lock = lockFile(folder)
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new FolderInUseError(
      `Another Kiosk server (process ${holder(note)}) is at work on the data folder ${folder}.\n` +
        'Stop it first, or give this one a folder of its own with KIOSK_DATA.',
    )
  }
  writeFileSync(note, String(process.pid))
  return { [Symbol.dispose]: () => lock.close() }
}

function lockFile(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true })
    return new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 })
  } catch (error) {
    throw new OpenError(`The data folder ${folder}`, error, 'KIOSK_DATA')
  }
}

function holder(note: string): string {
  try {
    return readFileSync(note, 'utf8')
  } catch {
    return 'unknown'
  }
}
