/** A thread that answers questions from an index: see open-index.ts. */
import type { DatabaseSync } from 'node:sqlite'
import { parentPort } from 'node:worker_threads'
import type { SearchAnswer } from '#search'
import { type Finder, finderIn } from './find.ts'
import { openForReading } from './schema.ts'
import type { Reply } from './thread.ts'
import { callFrom, type SentCall } from './wire.ts'

/** Every question says which file it is asked of: another one may have been built meanwhile. */
export type FindWork = { readonly file: string } & (
  | { readonly kind: 'search'; readonly call: SentCall }
  | { readonly kind: 'suggest'; readonly text: string; readonly most: number }
)

export type FindAnswer = SearchAnswer | readonly string[]

let open: {
  readonly file: string
  readonly database: DatabaseSync
  readonly finder: Finder
} | null = null

parentPort?.on('message', (work: FindWork) => {
  parentPort?.postMessage(replyTo(work))
})

function replyTo(work: FindWork): Reply<FindAnswer> {
  try {
    const finder = finderOf(work.file)
    const answer =
      work.kind === 'search'
        ? finder.search(callFrom(work.call))
        : finder.suggest(work.text, work.most)
    return { ok: true, answer }
  } catch (error) {
    open?.database.close()
    open = null
    return { ok: false, error }
  }
}

function finderOf(file: string): Finder {
  if (open?.file === file) return open.finder
  open?.database.close()
  const database = openForReading(file)
  open = { file, database, finder: finderIn(database) }
  return open.finder
}
