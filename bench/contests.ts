import { request } from 'node:http'
import type { StoryAddress } from '#catalogue'
import { chanceFrom, shuffled } from '#ground/chance'
import { addresses, href } from '#web'
import type { BarePage } from './bare-server.ts'
import type { Contest } from './rounds.ts'

export interface Programme {
  readonly contests: readonly Contest[]
  /** What the bare server has to send: the very bytes and headers of our pages. */
  readonly pages: readonly BarePage[]
}

type Headers = Readonly<Record<string, string>>

const brotli = { 'accept-encoding': 'br' }
const locales = ['en', 'nl', 'ar']

const pathOf = (locale: string, { publication, edition, story }: StoryAddress) =>
  href(addresses.story, { locale, publication, edition, story })

/** What is measured on this stand. Asks each page that is copied for the bare server once. */
export async function programmeFor(
  port: number,
  stories: readonly StoryAddress[],
  subscribers: readonly Headers[],
): Promise<Programme> {
  const [walled, open] = [stories.at(-1), stories[0]]
  if (walled === undefined || open === undefined) throw new Error('There is no story on the stand')
  const pages: BarePage[] = []
  const copied = async (path: string, headers: Headers = {}) => {
    const page = { ...(await pageAt(port, path, headers)), path: `/${pages.length}` }
    pages.push(page)
    return page
  }
  const warm = async (
    name: string,
    budget: number | null,
    path: string,
    askers: readonly Headers[] = [{}],
  ): Promise<Contest> => {
    const page = await copied(path, askers[0])
    const ours = { paths: [path], once: false }
    return { name, budget, askers, ours, bare: { paths: [page.path] }, bytes: sizeOf([page]) }
  }
  const { publication, edition } = walled
  const editionPath = href(addresses.edition, { locale: 'en', publication, edition })
  // Half of the stories are open and half walled, so the bare server sends one of each in turn.
  const samples = [await copied(pathOf('en', walled)), await copied(pathOf('en', open))]
  const inBrotli = subscribers.map((headers) => ({ ...headers, ...brotli }))
  const whole = await copied(pathOf('en', walled), subscribers[0])
  const contests = [
    await warm('Story, warm', 0.8, pathOf('en', walled)),
    await warm('Story, warm, brotli', null, pathOf('en', walled), [brotli]),
    await warm('Front page, warm', null, href(addresses.front, { locale: 'en' })),
    await warm('Edition, warm', null, editionPath),
    await warm('Whole story, subscriber', 0.45, pathOf('en', walled), subscribers),
    await warm('Whole story, subscriber, brotli', null, pathOf('en', walled), inBrotli),
    {
      name: 'Story never asked before',
      budget: 0.35,
      askers: [{}],
      ours: { paths: everyPageOnce(stories), once: true },
      bare: { paths: samples.map(({ path }) => path) },
      bytes: sizeOf(samples),
    },
    {
      name: 'Whole story, subscriber, never asked before',
      budget: null,
      askers: subscribers,
      ours: { paths: everyPageOnce(stories.filter(isWalled)), once: true },
      bare: { paths: [whole.path] },
      bytes: sizeOf([whole]),
    },
  ]
  return { contests, pages }
}

/** Every other publication of the stand asks for a plan (stand.ts). */
const isWalled = ({ publication }: StoryAddress) => Number(publication.split('-')[1]) % 2 === 1

/** Every story in every language, in a random order; without those that were looked at already. */
function everyPageOnce(stories: readonly StoryAddress[]): string[] {
  const chance = chanceFrom(7)
  const untouched = shuffled(stories.slice(1, -1), chance)
  return locales.flatMap((locale) => untouched.map((story) => pathOf(locale, story)))
}

function sizeOf(pages: readonly BarePage[]): number {
  const sizes = pages.map(({ body }) => Buffer.byteLength(body, 'base64'))
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / pages.length)
}

/** These are written by node:http itself, for the bare server too. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive'])

function pageAt(port: number, path: string, headers: Headers): Promise<Omit<BarePage, 'path'>> {
  const { promise, resolve, reject } = Promise.withResolvers<Omit<BarePage, 'path'>>()
  const asking = request({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk) => chunks.push(chunk))
    answer.on('error', reject)
    answer.on('end', () => {
      if (answer.statusCode !== 200) reject(new Error(`${path} answers ${answer.statusCode}`))
      const given = Object.entries(answer.headers).filter(([name]) => !ownHeaders.has(name))
      const sent = Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
      resolve({ headers: sent, body: Buffer.concat(chunks).toString('base64') })
    })
  })
  asking.on('error', reject)
  asking.end()
  return promise
}
