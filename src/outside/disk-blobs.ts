import * as disk from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { newId } from '#ground/ids'
import { StorageFullError } from '#ground/storage-full-error'
import { isBlobName, type PassingBlobs } from './blobs.ts'
import {
  type ConfirmedDisk,
  codeOf,
  confirmedDisk,
  type DiskSteps,
  isFull,
} from './confirmed-disk.ts'

const hour = 3_600_000

/** Blobs as files below this folder, which is made if it is missing. */
export async function openDiskBlobs(path: string, steps: DiskSteps = disk): Promise<PassingBlobs> {
  const folder = resolve(path)
  const incoming = join(folder, '.incoming')
  const safely = confirmedDisk(steps)
  const made = await disk.mkdir(incoming, { recursive: true })
  for (const parent of parentsFrom(incoming, made)) await safely.sync(parent)
  await sweep(incoming)
  const place = shelves(folder, safely)

  return {
    async put(name, bytes) {
      if (!isBlobName(name)) throw new TypeError(`"${name}" cannot name a blob`)
      const draft = join(incoming, newId())
      try {
        await safely.write(draft, bytes)
        const shelf = await place(name)
        await steps.rename(draft, join(shelf, name))
        await safely.sync(shelf)
      } catch (error) {
        await disk.rm(draft, { force: true }).catch(() => {})
        throw isFull(error) ? new StorageFullError(name, { cause: error }) : error
      }
    },
    has: async (name) => isBlobName(name) && isThere(join(folder, shelfOf(name), name)),
    read: async (name) =>
      isBlobName(name) ? readIfThere(join(folder, shelfOf(name), name)) : null,
    async remove(name) {
      if (isBlobName(name)) await disk.rm(join(folder, shelfOf(name), name), { force: true })
    },
    names: () => namesIn(folder),
  }
}

/** A folder by the first two letters, since some file systems slow down on a crowded one. */
const shelfOf = (name: string) => name.slice(0, 2)

/** Makes sure, once in the life of the process, that a blob's folder is there for good. */
function shelves(folder: string, safely: ConfirmedDisk): (name: string) => Promise<string> {
  const lasting = new Set<string>()
  return async (name) => {
    const shelf = join(folder, shelfOf(name))
    if (!lasting.has(shelf)) {
      await disk.mkdir(shelf, { recursive: true })
      await safely.sync(folder)
      lasting.add(shelf)
    }
    return shelf
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = []
  for (const shelf of await disk.readdir(folder, { withFileTypes: true })) {
    if (!shelf.isDirectory() || shelf.name.length !== 2) continue
    names.push(...(await disk.readdir(join(folder, shelf.name))).filter(isBlobName))
  }
  return names
}

function isThere(path: string): Promise<boolean> {
  return disk.access(path).then(
    () => true,
    () => false,
  )
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await disk.readFile(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
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
