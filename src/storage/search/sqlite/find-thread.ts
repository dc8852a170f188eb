/** A thread that answers questions from an index: see open-index.ts. */
import type { DatabaseSync } from 'node:sqlite'
import { parentPort } from 'node:worker_threads'
import type { SearchAnswer } from '#search'
import { type Finder, finderOn } from '../find.ts'
import { openForReading } from './schema.ts'
import { sqliteShelf } from './shelf.ts'
import type { Reply } from './thread.ts'
import { callFrom, type SentCall } from './wire.ts'

/** Every question says which file it is asked of: another one may have been built meanwhile. */
export type FindWork = { readonly file: string; readonly patience: number } & (
  | { readonly kind: 'search'; readonly call: SentCall }
  | { readonly kind: 'suggest'; readonly text: string; readonly most: number }
)

export type FindAnswer = SearchAnswer | readonly string[]

let open: {
  readonly file: string
  readonly database: DatabaseSync
  readonly finder: Finder
} | null = null

/** One after the other: answers go back in the order of their questions. */
let last = Promise.resolve()
parentPort?.on('message', (work: FindWork) => {
  last = last.then(async () => parentPort?.postMessage(await replyTo(work)))
})

async function replyTo(work: FindWork): Promise<Reply<FindAnswer>> {
  try {
    const finder = finderOf(work)
    const answer =
      work.kind === 'search'
        ? await finder.search(callFrom(work.call))
        : await finder.suggest(work.text, work.most)
    return { ok: true, answer }
  } catch (error) {
    open?.database.close()
    open = null
    return { ok: false, error }
  }
}

function finderOf({ file, patience }: FindWork): Finder {
  if (open?.file === file) return open.finder
  open?.database.close()
  const database = openForReading(file)
  open = { file, database, finder: finderOn(sqliteShelf(database), patience) }
  return open.finder
}
