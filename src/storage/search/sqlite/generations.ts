import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '#ground/ids'

/** The index that is asked, and others that are being built beside it: a file each. */
export interface Generations {
  /** The file of the index that is asked, or null when none was finished yet. */
  current(): string | null
  /** A file for another one; what was left half built long ago goes. */
  begin(): Promise<string>
  /**
   * From now on this one is asked, in every process, and the one before goes. Another program may be
   * building one too, which is left to it.
   */
  choose(file: string): Promise<void>
}

/** A build that was not written to for so many milliseconds was given up. */
const givenUp = 3_600_000
const pattern = /^index-[\w-]+\.db$/

export function generationsIn(folder: string): Generations {
  const pointer = join(folder, 'current')

  const current = (): string | null => {
    if (!existsSync(pointer)) return null
    const name = readFileSync(pointer, 'utf8').trim()
    const file = join(folder, name)
    return pattern.test(name) && existsSync(file) ? file : null
  }

  const remove = async (file: string): Promise<void> => {
    for (const end of ['', '-wal', '-shm']) await rm(`${file}${end}`, { force: true })
  }

  const removeGivenUp = async (kept: string | null): Promise<void> => {
    for (const name of await readdir(folder)) {
      const file = join(folder, name)
      if (!pattern.test(name) || file === kept) continue
      // Another program may take it away at the same moment.
      const found = statSync(file, { throwIfNoEntry: false })
      if (found && Date.now() - found.mtimeMs >= givenUp) await remove(file)
    }
  }

  return {
    current,
    async begin() {
      await mkdir(folder, { recursive: true })
      await removeGivenUp(current())
      return join(folder, `index-${newId()}.db`)
    },
    async choose(file) {
      // Where it points to nothing there is no index at all.
      if (!existsSync(file)) throw new Error(`${file} is gone: somebody took it away`)
      const before = current()
      const fresh = `${pointer}.new`
      await using handle = await open(fresh, 'w')
      await handle.writeFile(file.slice(folder.length + 1))
      await handle.sync()
      await rename(fresh, pointer)
      if (before !== null && before !== file) await remove(before)
      await removeGivenUp(file)
    },
  }
}
