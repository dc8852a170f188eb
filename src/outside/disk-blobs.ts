import * as disk from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { newId } from '#ground/ids'
import { StorageFullError } from '#ground/storage-full-error'
import { type BlobStore, isBlobName, UntrustworthyStorageError } from './blobs.ts'

/** The steps that decide whether something is durable, so that tests can watch them and fail them. */
export interface DiskSteps {
  open(path: string, flags: 'wx' | 'r'): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
}

interface OpenFile {
  writeFile(bytes: Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

const hour = 3_600_000

/** Blobs as files below this folder, which is made if it is missing. */
export async function openDiskBlobs(path: string, steps: DiskSteps = disk): Promise<BlobStore> {
  const folder = resolve(path)
  const incoming = join(folder, '.incoming')
  const safely = guardFor(steps)
  const made = await disk.mkdir(incoming, { recursive: true })
  for (const parent of parentsFrom(incoming, made)) await safely.sync(parent)
  await sweep(incoming)
  const lasting = new Set<string>()

  /** A folder by the first two letters, since some file systems slow down on a crowded one. */
  async function shelfOf(name: string): Promise<string> {
    const shelf = join(folder, name.slice(0, 2))
    if (!lasting.has(shelf)) {
      await disk.mkdir(shelf, { recursive: true })
      await safely.sync(folder)
      lasting.add(shelf)
    }
    return shelf
  }

  return {
    async put(name, bytes) {
      if (!isBlobName(name)) throw new TypeError(`"${name}" cannot name a blob`)
      const draft = join(incoming, newId())
      try {
        await safely.write(draft, bytes)
        const shelf = await shelfOf(name)
        await steps.rename(draft, join(shelf, name))
        await safely.sync(shelf)
      } catch (error) {
        await disk.rm(draft, { force: true }).catch(() => {})
        throw isFull(error) ? new StorageFullError(name, { cause: error }) : error
      }
    },

    async has(name) {
      if (!isBlobName(name)) return false
      return disk.access(join(folder, name.slice(0, 2), name)).then(...present)
    },

    async read(name) {
      if (!isBlobName(name)) return null
      try {
        return await disk.readFile(join(folder, name.slice(0, 2), name))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null
        throw error
      }
    },
  }
}

const present = [() => true, () => false] as const

/** Writing and confirming; once a confirmation has failed, neither is done again. */
function guardFor(steps: DiskSteps) {
  let broken: unknown = null

  async function confirm(file: OpenFile): Promise<void> {
    try {
      await file.sync()
    } catch (error) {
      // A full disk is an ordinary trouble that passes: the file is thrown away, none else is hurt.
      if (isFull(error)) throw error
      broken = error
      throw new UntrustworthyStorageError({ cause: error })
    }
  }

  async function opened(path: string, flags: 'wx' | 'r', use: (file: OpenFile) => Promise<void>) {
    if (broken !== null) throw new UntrustworthyStorageError({ cause: broken })
    const file = await steps.open(path, flags)
    try {
      await use(file)
    } finally {
      await file.close()
    }
  }

  return {
    /** The same handle writes and confirms: another might not be told of a fault in between. */
    write: (path: string, bytes: Uint8Array) =>
      opened(path, 'wx', async (file) => {
        await file.writeFile(bytes)
        await confirm(file)
      }),
    sync: (path: string) => opened(path, 'r', confirm),
  }
}

/** The folders that got a new entry when `made` and everything from it down to `path` was made. */
function parentsFrom(path: string, made: string | undefined): readonly string[] {
  if (made === undefined) return []
  const parent = dirname(path)
  return path === made || parent === path ? [parent] : [parent, ...parentsFrom(parent, made)]
}

/** Throws away what a crash left half-written; what is younger may be another process's work. */
async function sweep(incoming: string): Promise<void> {
  const before = Temporal.Now.instant().epochMilliseconds - hour
  for (const name of await disk.readdir(incoming)) {
    const path = join(incoming, name)
    const found = await disk.stat(path).catch(() => null)
    if (found !== null && found.mtimeMs < before) await disk.rm(path, { force: true })
  }
}

function isFull(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOSPC' || code === 'EDQUOT'
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}
