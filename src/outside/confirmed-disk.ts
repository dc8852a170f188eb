import { UntrustworthyStorageError } from './blobs.ts'

/** The steps that decide whether something is durable, so that tests can watch them and fail them. */
export interface DiskSteps {
  open(path: string, flags: 'wx' | 'r'): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
}

export interface ConfirmedDisk {
  /** A new file. The same handle writes and confirms: another might miss a fault in between. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** The entries of a folder. */
  sync(path: string): Promise<void>
}

interface OpenFile {
  writeFile(bytes: Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/** Writing and confirming; once a confirmation has failed, neither is done again. */
export function confirmedDisk(steps: DiskSteps): ConfirmedDisk {
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
    write: (path: string, bytes: Uint8Array) =>
      opened(path, 'wx', async (file) => {
        await file.writeFile(bytes)
        await confirm(file)
      }),
    sync: (path: string) => opened(path, 'r', confirm),
  }
}

/** Whether an error says that there is no room left, or none for this user. */
export function isFull(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOSPC' || code === 'EDQUOT'
}

export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}
