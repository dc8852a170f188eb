/**
 * Put into the server by `node --import`: searches in its process, in threads of an index that it opens
 * for itself, so many times a second, while SIGUSR2 has said so. What is in KIOSK_DATA is asked.
 */
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { chanceFrom } from '#ground/chance'
import { readQuestion } from '#search'
import { documentReader, openSqlite, openSqliteIndex } from '#storage'
import { type BenchQuestion, fieldNames, questionsFor } from './questions.ts'

const everyMilliseconds = 50

if (isMainThread) await beginSearching(process.env.KIOSK_DATA ?? '')

async function beginSearching(folder: string): Promise<void> {
  const database = openSqlite(join(folder, 'kiosk.db'))
  const { index } = openSqliteIndex(join(folder, 'search'))
  const questions = await questionsFor(documentReader(database), 12)
  const chance = chanceFrom(5)
  const ask = async ({ typed, filters }: BenchQuestion) => {
    const question = readQuestion(typed, fieldNames, filters)
    const usual = { order: 'best' as const, language: 'en', skip: 0, most: 20, facets: true }
    const now = Temporal.Now.instant()
    await index.search({ question, scope: { rests: 'none' }, ...usual, now })
  }
  let timer: NodeJS.Timeout | undefined
  process.on('SIGUSR2', () => {
    if (timer === undefined) {
      timer = setInterval(() => void ask(chance.oneOf(questions)), everyMilliseconds)
    } else {
      clearInterval(timer)
      timer = undefined
    }
  })
}
