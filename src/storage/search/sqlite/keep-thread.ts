/** A thread that writes into an index: see open-index.ts. */
import type { DatabaseSync } from 'node:sqlite'
import { parentPort } from 'node:worker_threads'
import { beginBuild, documentsInTurn, endBuild } from './build.ts'
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
  /** The index is a new one that nobody asks yet. */
  readonly building: boolean
  /** Nothing more comes: it is made ready to be asked, and its file closed. */
  readonly finish: boolean
}

/** That it is written. */
export type KeepAnswer = null

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

function done(work: KeepWork): KeepAnswer {
  const { database, keeping } = keepingOf(work)
  if (work.building) build(work)
  else if (work.put.length > 0 || work.remove.length > 0 || work.position !== null) {
    database.exec('begin immediate')
    try {
      change(keeping, work)
      database.exec('commit')
    } catch (error) {
      if (database.isTransaction) database.exec('rollback')
      throw error
    }
  }
  if (work.finish) close()
  return null
}

function change(keeping: Keeping, { put, remove, position }: KeepWork): void {
  keeping.remove(remove)
  keeping.put(put.map(documentFrom))
  if (position !== null) keeping.reach(position)
}

/** Documents that are in the open transaction of an index that is being built. */
let inTurn = 0

function build(work: KeepWork): void {
  const { database, keeping } = keepingOf(work)
  if (!database.isTransaction) database.exec('begin')
  change(keeping, work)
  inTurn += work.put.length
  if (inTurn >= documentsInTurn || work.finish) {
    database.exec('commit')
    inTurn = 0
  }
  if (work.finish) endBuild(database)
}

function keepingOf({ file, building }: KeepWork) {
  if (open?.file === file) return open
  close()
  const database = openForWriting(file)
  if (building) beginBuild(database)
  open = { file, database, keeping: keepingIn(database) }
  return open
}

function close(): void {
  open?.database.close()
  open = null
}
