import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url))

/** Beside the installed packages: what is made of them goes when they go. */
export const cache = join(modules, '.cache', 'kiosk')

export interface KeptFolder extends Disposable {
  readonly folder: string
}

export interface FolderToKeep {
  /** Where it is kept. */
  readonly home: string
  /** Tells everything that its files are made from. */
  readonly name: string
  /** Makes the files: it is given the folder, and after that what is given here. */
  readonly program: string
  readonly given?: readonly string[]
  /** What cannot be done without it, for the operator. */
  readonly what: string
}

/**
 * A folder of files that are too slow to make at every start: made once, or for this one use where
 * nothing may be written.
 * @throws when it cannot be made
 */
export function keptFolder({ home, name, ...making }: FolderToKeep): KeptFolder {
  const folder = join(home, name)
  if (existsSync(folder)) return { folder, [Symbol.dispose]: () => {} }
  const draft = draftFolder(home)
  make(draft, making)
  // A stand may be set up by one user and run by another.
  chmodSync(draft, 0o755)
  try {
    renameSync(draft, folder)
    return { folder, [Symbol.dispose]: () => {} }
  } catch {
    // Not our folder to write in, or another process was first: what it made is the same.
    return { folder: draft, [Symbol.dispose]: () => rmSync(draft, { recursive: true }) }
  }
}

function draftFolder(home: string): string {
  try {
    mkdirSync(home, { recursive: true })
    return mkdtempSync(join(home, 'draft-'))
  } catch {
    return mkdtempSync(join(tmpdir(), 'kiosk-'))
  }
}

/** In a process of its own: what it loads is large, and whoever asks cannot wait for promises. */
function make(
  folder: string,
  { program, given = [], what }: Omit<FolderToKeep, 'home' | 'name'>,
): void {
  const words = [program, folder, ...given]
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  if (status === 0) return
  rmSync(folder, { recursive: true })
  throw new Error(`${what} could not be made. Run npm ci and start again.\n${stderr}`)
}
