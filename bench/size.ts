import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { StoryAddress } from '#catalogue'
import { chanceFrom, shuffled } from '#ground/chance'
import { documentReader, openSqlite } from '#storage'
import { addresses, href } from '#web'
import { type KioskServer, startKiosk } from './kiosk-server.ts'
import type { Load, LoadResult } from './load.ts'
import { residentMegabytes } from './process-facts.ts'
import { questionsFor } from './questions.ts'
import { median } from './rounds.ts'
import type { Searching } from './searcher.ts'
import { sampleOfStand } from './stand-sample.ts'
import { startTalking } from './talking-child.ts'

/** What a page of a kind cost, in milliseconds: asked for the first time, and again. */
export interface PageCost {
  readonly kind: string
  readonly cold: readonly number[]
  readonly warm: readonly number[]
}

export interface SizeFacts {
  readonly stories: number
  /** Milliseconds from the command to the end of the first page. */
  readonly firstPage: number
  /** Milliseconds for the first story, which is asked for next. */
  readonly firstStory: number
  readonly megabytesAtFirst: number | null
  /** Ten seconds later: what has no hurry has begun by then. */
  readonly megabytesSoon: number | null
  readonly megabytesAtEnd: number | null
  readonly pages: readonly PageCost[]
  /** Story pages while 20 searches a second run, as shares of as many without, round by round. */
  readonly whileSearching: readonly number[]
}

/** Measures the real server on a stand that is there. */
export async function sizeFacts(folder: string, rounds: number): Promise<SizeFacts> {
  const sample = await sampleOfStand(folder, rounds)
  const alone = await pagesAlone(folder, pathsOf(sample))
  const whileSearching = await besideSearches(folder, sample.stories, rounds)
  return { stories: sample.count, ...alone, whileSearching }
}

async function pagesAlone(folder: string, kinds: ReturnType<typeof pathsOf>) {
  const start = performance.now()
  await using server = await startKiosk(folder, [])
  await timed(server, pathTo.front)
  const firstPage = performance.now() - start
  const megabytesAtFirst = await residentMegabytes(server.pid)
  const firstStory = await timed(server, kinds.story[0] ?? pathTo.front)
  await pause(10_000)
  const megabytesSoon = await residentMegabytes(server.pid)
  const pages: PageCost[] = []
  for (const [kind, paths] of Object.entries(kinds))
    pages.push({ kind, ...(await costOf(server, paths)) })
  const megabytesAtEnd = await residentMegabytes(server.pid)
  return { firstPage, firstStory, megabytesAtFirst, megabytesSoon, megabytesAtEnd, pages }
}

const locale = 'en'
const pathTo = {
  front: href(addresses.front, { locale }),
  catalogue: href(addresses.publications, { locale }),
  topics: href(addresses.topics, { locale }),
  sitemap: addresses.sitemap,
}

const storyPath = ({ publication, edition, story }: StoryAddress): string =>
  href(addresses.story, { locale, publication, edition, story })

function pathsOf(sample: Awaited<ReturnType<typeof sampleOfStand>>) {
  const { stories, topics } = sample
  const edition = ({ publication, edition }: StoryAddress) =>
    href(addresses.edition, { locale, publication, edition })
  const publication = ({ publication }: StoryAddress) =>
    href(addresses.publication, { locale, publication })
  return {
    'front page': ['en', 'nl', 'de', 'fr', 'es', 'ar'].map((tag) =>
      href(addresses.front, { locale: tag }),
    ),
    catalogue: ['en', 'nl', 'ar'].map((tag) => href(addresses.publications, { locale: tag })),
    publication: [...new Set(stories.map(publication))],
    edition: [...new Set(stories.map(edition))],
    story: stories.map(storyPath),
    topics: [pathTo.topics],
    topic: topics.map((topic) => href(addresses.topic, { locale, topic })),
    'sitemap, the list': [pathTo.sitemap],
  } satisfies Record<string, readonly string[]>
}

async function costOf(server: KioskServer, paths: readonly string[]) {
  const cold: number[] = []
  const warm: number[] = []
  for (const path of paths) {
    cold.push(await timed(server, path))
    warm.push(await timed(server, path))
  }
  return { cold, warm }
}

/** Milliseconds until the whole answer is there. */
async function timed({ port }: Pick<KioskServer, 'port'>, path: string): Promise<number> {
  const start = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
  return performance.now() - start
}

const roundMilliseconds = 500
const warmUpMilliseconds = 15_000

/** One warm story page, with and without pages of results asked for beside it, in turn. */
async function besideSearches(folder: string, stories: readonly StoryAddress[], rounds: number) {
  const searching = await searchesOf(folder)
  await using server = await startKiosk(folder, [])
  await using generator = startTalking(join(import.meta.dirname, 'load.ts'))
  await using searcher = startTalking(join(import.meta.dirname, 'searcher.ts'))
  const { port } = server
  const paths = [storyPath(chanceFrom(3).oneOf(stories))]
  const load: Load = {
    port,
    connections: 64,
    milliseconds: roundMilliseconds,
    paths,
    once: false,
    askers: [{}],
  }
  const rate = async (): Promise<number> => {
    const { answers, milliseconds }: LoadResult = JSON.parse(await generator.ask(load))
    return answers / milliseconds
  }
  const search = () => searcher.ask({ port, ...searching })
  // The stand has been searched before, as any that is open has.
  await search()
  await pause(warmUpMilliseconds)
  await searcher.ask(null)
  await rate()
  const shares: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = await rate()
    await search()
    await pause(100)
    const during = await rate()
    await searcher.ask(null)
    await pause(100)
    shares.push(during / median([before, await rate()]))
  }
  return shares
}

/** Pages of results for the published list of questions, 20 a second: none is kept from its last turn. */
async function searchesOf(folder: string): Promise<Omit<Searching, 'port'>> {
  await using database = openSqlite(join(folder, 'kiosk.db'))
  const questions = await questionsFor(documentReader(database), 24)
  const asked = shuffled(
    questions.filter(({ suggest, typed }) => !suggest && typed !== ''),
    chanceFrom(5),
  )
  const at = href(addresses.search, { locale })
  const paths = asked.map(({ typed }) => `${at}?${new URLSearchParams({ q: typed })}`)
  return { paths, everyMilliseconds: 50 }
}
