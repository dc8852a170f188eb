/** A thread that writes into an index: see open-index.ts. */
import type { DatabaseSync } from 'node:sqlite'
import { parentPort } from 'node:worker_threads'
import { type Keeping, keepingIn } from './keep.ts'
import { openForWriting } from './schema.ts'
import type { Reply } from './thread.ts'
import { documentFrom, type SentDocument } from './wire.ts'

export interface KeepWork {
  readonly file: string
  readonly put: readonly SentDocument[]
  readonly remove: readonly string[]
  /** Where the outbox is after this; null while an index is being built. */
  readonly position: number | null
  /** Merges what many writes left behind, and closes the file. */
  readonly finish: boolean
}

/** The position up to which the index knows everything. */
export type KeepAnswer = number | null

let open: {
  readonly file: string
  readonly database: DatabaseSync
  readonly keeping: Keeping
} | null = null

parentPort?.on('message', (work: KeepWork) => {
  parentPort?.postMessage(replyTo(work))
})

function replyTo(work: KeepWork): Reply<KeepAnswer> {
  try {
    return { ok: true, answer: done(work) }
  } catch (error) {
    close()
    return { ok: false, error }
  }
}

function done({ file, put, remove, position, finish }: KeepWork): KeepAnswer {
  const { database, keeping } = keepingOf(file)
  if (put.length > 0 || remove.length > 0 || position !== null) {
    database.exec('begin immediate')
    try {
      keeping.remove(remove)
      keeping.put(put.map(documentFrom))
      if (position !== null) keeping.reach(position)
      database.exec('commit')
    } catch (error) {
      if (database.isTransaction) database.exec('rollback')
      throw error
    }
  }
  const reached = keeping.position()
  if (finish) close()
  return reached
}

function keepingOf(file: string) {
  if (open?.file === file) return open
  close()
  const database = openForWriting(file)
  open = { file, database, keeping: keepingIn(database) }
  return open
}

function close(): void {
  open?.database.close()
  open = null
}
