import { sql } from 'kysely'
import type { IndexBuild, SearchDocument } from '#search'
import type { Database } from '../../database.ts'
import { widenExtent } from './extent.ts'
import {
  type Asking,
  chooseGeneration,
  type Generation,
  indexGeneration,
  keepBuilding,
  keepState,
} from './generation.ts'
import { countWords, forgetDocuments, insertDocuments, removeDocuments, wordsOf } from './keep.ts'

/** Words that are counted here before they are written: most are those of the portion before. */
const mostWords = 100_000

/**
 * Fills an index that nobody asks yet. What a power cut takes of it is thrown away with the rest, so
 * no portion waits for the disk; the last transaction does, and all before are then there too.
 * @param onPut told how many documents are in it
 */
export function buildOf(
  { write }: Pick<Database, 'write'>,
  made: Generation,
  onPut: (done: number) => void,
): Omit<IndexBuild, typeof Symbol.asyncDispose> {
  let done = 0
  let words = new Map<string, number>()
  const writeWords = async (turn: Asking) => {
    await countWords(turn, made, words)
    words = new Map()
  }
  return {
    async put(documents: readonly SearchDocument[]) {
      await write.transaction().execute(async (turn) => {
        await sql`select set_config('synchronous_commit', 'off', true)`.execute(turn)
        const stories = documents.map(({ storyId }) => storyId)
        const removed = await removeDocuments(turn, made, stories)
        const ids = await insertDocuments(turn, made, documents)
        await widenExtent(turn, made, { documents, ids, more: documents.length - removed })
        await keepBuilding(turn, made)
        wordsOf(documents, words)
        if (words.size > mostWords) await writeWords(turn)
      })
      done += documents.length
      onPut(done)
    },
    remove: (storyIds: readonly string[]) =>
      write.transaction().execute((turn) => forgetDocuments(turn, made, storyIds)),
    async swap(position: number) {
      await keepBuilding(write, made)
      await write.transaction().execute(writeWords)
      await indexGeneration(write, made)
      await keepState(write, `${made.name}.position`, String(position))
      await chooseGeneration(write, made)
    },
  }
}
