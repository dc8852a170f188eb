import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another server is at work on this data folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
}

/**
 * Makes this process the one server of a data folder. The lock is the operating system's, held by
 * an open SQLite transaction, so it ends with the process however that ends. Command-line calls do
 * not ask for it.
 * @throws FolderInUseError naming the process that has it
 */
export function lockFolder(folder: string): Disposable {
  mkdirSync(folder, { recursive: true })
  const note = join(folder, 'server.pid')
  const lock = new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 })
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

function holder(note: string): string {
  try {
    return readFileSync(note, 'utf8')
  } catch {
    return 'unknown'
  }
}
