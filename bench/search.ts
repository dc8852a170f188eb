import { chanceFrom, shuffled } from '#ground/chance'
import { readQuestion, type Scope, type SearchIndex } from '#search'
import { assemble } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { type BenchQuestion, fieldNames, questionsFor } from './questions.ts'
import { settingsFor } from './settings.ts'

/** What one question cost, as somebody. */
export interface SearchTime {
  readonly kind: string
  readonly viewer: Viewer
  readonly milliseconds: number
  /** Of processor time, of all threads: what a busy machine does not lengthen. */
  readonly processor: number
  /** The work was cut short. */
  readonly narrow: boolean
}

export const viewers = ['stranger', 'subscriber', 'some titles'] as const
export type Viewer = (typeof viewers)[number]

export interface SearchSpeed {
  readonly stories: number
  readonly times: readonly SearchTime[]
}

/**
 * Asks every question of the list as everyone, one after the other, each once and in a random order:
 * what a question finds in memory is what others left there.
 * @param databaseUrl where the stand is, when it is in PostgreSQL
 */
export async function searchSpeed(
  folder: string,
  eachKind: number,
  databaseUrl: string | undefined,
): Promise<SearchSpeed> {
  const where = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }
  await using stand = await assemble(readConfig({ ...settingsFor(folder), ...where }))
  const { documents, index } = stand.search
  const { state } = await index.state()
  if (state !== 'ready') throw new Error('There is no index yet: run "npm run kiosk -- reindex"')
  const questions = await questionsFor(documents, eachKind)
  const titles = [...new Set((await documents.after(null, 200)).map((one) => one.publicationId))]
  const scopes: Readonly<Record<Viewer, Scope>> = {
    stranger: { rests: 'none' },
    subscriber: { rests: 'all' },
    'some titles': { rests: 'of-publications', publicationIds: titles.slice(0, 5) },
  }
  const asked = questions.flatMap((question) => viewers.map((viewer) => ({ question, viewer })))
  // The threads are started, and know the index.
  for (const { question } of asked.slice(0, 8)) await ask(index, question, scopes.stranger)
  const times: SearchTime[] = []
  for (const { question, viewer } of shuffled(asked, chanceFrom(2))) {
    const start = performance.now()
    const before = process.cpuUsage()
    const narrow = await ask(index, question, scopes[viewer])
    const { user, system } = process.cpuUsage(before)
    times.push({
      kind: question.kind,
      viewer,
      milliseconds: performance.now() - start,
      processor: (user + system) / 1_000,
      narrow,
    })
  }
  return { stories: await documents.count(), times }
}

/** As the page of results asks: twenty stories, and counts for all filters. */
async function ask(
  index: SearchIndex,
  { typed, filters, suggest }: BenchQuestion,
  scope: Scope,
): Promise<boolean> {
  if (suggest) {
    await index.suggest(typed, 8)
    return false
  }
  const { narrow } = await index.search({
    question: readQuestion(typed, fieldNames, filters),
    scope,
    order: 'best',
    skip: 0,
    most: 20,
    language: 'en',
    facets: true,
    now: Temporal.Now.instant(),
  })
  return narrow
}
