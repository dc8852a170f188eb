import { join } from 'node:path'
import { findAlike } from '#jobs'
import { alikeBook, documentReader, fillBylines, openSqlite, outbox } from '#storage'

const longest = 600_000

/**
 * Does what a stand does beside its readers with stories of before, as long as ten minutes: a server
 * that is measured on a new stand would else be measured while it does that.
 * @returns how many lines of the outbox are not compared yet
 */
export async function finishBacklog(folder: string): Promise<number> {
  await using database = openSqlite(join(folder, 'kiosk.db'))
  const until = performance.now() + longest
  const never = new AbortController().signal
  const book = alikeBook(database)
  const happened = outbox(database)
  const clock = () => Temporal.Now.instant()
  const needs = { book, documents: documentReader(database), outbox: happened, clock }
  const left = async () => (await happened.last()) - (await book.place()).position
  while (!(await fillBylines(database)) && performance.now() < until);
  while ((await left()) > 0 && performance.now() < until) await findAlike(needs, never)
  return await left()
}
