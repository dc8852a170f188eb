import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIndex } from '#jobs'
import { assemble, type Stand, type Web } from '../../src/assemble.ts'
import { readConfig } from '../../src/config.ts'
import { noon } from '../../src/storage/tide.fixture.ts'
import { plainNarrator } from '../../src/web/narrator.fixture.ts'
import { plainTranslator } from '../../src/web/translator.fixture.ts'
import { listening } from '../browser.fixture.ts'
import { type Aviary, openAviary } from './canaries.ts'
import type { Secrets } from './detector.ts'
import { edition, fillWall } from './fill-wall.ts'
import { type Headers, paid, readersAt } from './reader-at.ts'
import { restPictureDetector } from './rest-pictures.ts'
import { openSender, type Sender } from './send.ts'
import { shutReaders } from './shut-readers.ts'

export interface WallStand extends AsyncDisposable {
  readonly stand: Stand
  /** Without kept pages, so that every viewer's answer is made for them; and with them. */
  readonly fresh: Served
  readonly keeping: Served
  readonly aviary: Aviary
  readonly secrets: Secrets
  /** Readers with an account to whom no walled story is open, by what they are. */
  readonly shut: Readonly<Record<string, Headers>>
  /** Somebody whose plan opens everything. */
  readonly subscriber: Headers
  readonly known: KnownNames
}

export interface Served extends Sender {
  readonly web: Web
}

/** What whoever tries to get past the wall may know of it. */
export interface KnownNames {
  /** Of every walled story, withdrawn and held ones among them. */
  readonly slugs: readonly string[]
  /** Addresses of covers and social pictures, as pages give them. */
  readonly typeset: readonly string[]
  /** Digests of the picture in the lead of a story, and of one in the rest of each. */
  readonly leadPicture: string
  readonly restPicture: string
  /** Of the feed of somebody whose plan opens everything, and who follows it. */
  readonly feed: string
  /** The token of a list that they share. */
  readonly list: string
}

/** Opens a stand whose rests are full of canaries, and everybody comes by who may not read them. */
export async function openWallStand(): Promise<WallStand> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-wall-'))
  opened.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  // With somebody to pay, so that everything which can be for sale is.
  const shop = { STRIPE_SECRET_KEY: 'sk_test_wall', STRIPE_WEBHOOK_SECRET: 'whsec_wall' }
  const settings = { KIOSK_DATA: folder, KIOSK_METER: '1', KIOSK_TIME_ZONE: 'UTC', ...shop }
  const stand = opened.use(await assemble(readConfig(settings), { clock: () => noon }))
  const aviary = openAviary()
  const filled = await fillWall(stand, aviary)
  await buildIndex(stand.search, { signal: AbortSignal.timeout(60_000) })
  const people = await invite(stand)
  const fresh = opened.use(await serveWeb(stand, false))
  const keeping = opened.use(await serveWeb(stand, true))
  const typeset = await typesetOn(fresh.web)
  const feed = await feedOf(fresh.web, people.subscriber)
  const list = await listOf(fresh.web, people.subscriber, filled.slugs)
  const secrets: Secrets = {
    addressWords: filled.addressWords,
    digests: [filled.restPicture],
    isOfRest: restPictureDetector(),
  }
  const kept = opened.move()
  const dispose = { [Symbol.asyncDispose]: () => kept.disposeAsync() }
  return {
    stand,
    fresh,
    keeping,
    aviary,
    secrets,
    ...people,
    known: { ...filled, typeset, feed, list },
    ...dispose,
  }
}

async function invite(stand: Stand) {
  const { plans, subscriptions, editionPrices } = stand.access
  const at = noon
  const story = await storyAt(stand, 'tide', 'story-plan', edition)
  const other = await storyAt(stand, 'watt', 'story-watt', edition)
  const earlier = await storyAt(stand, 'tide', 'story-before', '2031-04-01')
  const elsewhere = {
    storyId: other.id,
    editionId: earlier.editionId,
    publicationId: other.publicationId,
  }
  const gold = await plans.add(
    { name: 'GOLD', scope: { what: 'stand' }, trialDays: 14, seats: 5 },
    at,
  )
  const narrow = { what: 'publications', ids: [elsewhere.publicationId] } as const
  const narrower = await plans.add({ name: 'OTHER', scope: narrow, trialDays: 0, seats: 5 }, at)
  assert.ok(gold.ok && narrower.ok)
  const price = { minor: 999, currency: 'EUR' }
  await plans.setPrice(gold.value.id, { per: 'month', price }, at)
  await editionPrices.set(story.publicationId, '', { ...price, minor: 299 })
  const [goldId, otherId] = [gold.value.id, narrower.value.id]
  const shut = await shutReaders({ stand, at, story, elsewhere, goldId, otherId })
  const { id, headers } = await readersAt({ stand, at })('all')
  await subscriptions.tell({ readerId: id, planId: goldId }, paid('all', at))
  return { shut, subscriber: headers }
}

async function storyAt({ stories }: Stand, publication: string, story: string, day: string) {
  const found = await stories.byAddress({ publication, edition: day, story })
  assert.ok(found !== null && found !== 'withdrawn', story)
  return found
}

/** The private feed of somebody, who follows the publication that has stories of every kind. */
async function feedOf({ app }: Web, headers: Headers): Promise<string> {
  const post = posting(app, headers)
  assert.equal((await post('/en/mine', { follow: 'publication/tide' })).status, 303)
  const page = await (await post('/en/account/feed', { do: 'make' })).text()
  const [address] = /\/feeds\/mine\/[\w-]+/.exec(page) ?? []
  assert.ok(address, 'A reader has a feed of their own')
  const feed = await app.request(`${address}.atom`)
  assert.match(await feed.text(), /<entry /, 'There is something to look through in it')
  return address.slice('/feeds/mine/'.length)
}

/** A list of every walled story there is, shared by somebody whose plan opens everything. */
async function listOf({ app }: Web, headers: Headers, slugs: readonly string[]): Promise<string> {
  const post = posting(app, headers)
  const made = await post('/en/lists', { title: 'What I read' })
  const at = made.headers.get('location') ?? ''
  const put = at.split('/').at(-1) ?? ''
  for (const slug of slugs) await post('/en/lists', { put, story: `tide/${edition}/${slug}` })
  await post(at, { does: 'share', name: '' })
  const page = await (await app.request(at, { headers })).text()
  const [address] = /\/en\/lists\/shared\/[\w-]+/.exec(page) ?? []
  assert.ok(address, 'A reader shares a list')
  const shared = await (await app.request(address)).text()
  assert.match(shared, /story-plan/, 'There is something to look through in it')
  return address.split('/').at(-1) ?? ''
}

const posting =
  (app: Web['app'], headers: Headers) => (path: string, fields: Readonly<Record<string, string>>) =>
    app.request(path, {
      method: 'POST',
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    })

async function serveWeb(stand: Stand, pageCache: boolean): Promise<Served & AsyncDisposable> {
  // What is amiss shows in the answers: a webhook without a signature is reported and refused.
  // Sounds whose bytes are their words, and translations that keep them: all can be looked through.
  const { narrator } = plainNarrator()
  const { translator } = plainTranslator((words) => `«${words}»`)
  const web = await stand.openWeb({ report: () => {}, pageCache, narrator, translator })
  await web.followSale()
  await web.refresh()
  const { server, origin } = await listening(web.app.fetch)
  const sender = openSender(Number(new URL(origin).port))
  return {
    web,
    ...sender,
    [Symbol.asyncDispose]: async () => {
      sender[Symbol.dispose]()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function typesetOn({ app }: Web): Promise<string[]> {
  const found = ['story-plan', 'story-illustrated', ''].map(async (story) => {
    const page = await app.request(`/en/publications/tide/${edition}${story && `/${story}`}`)
    return (await page.text()).match(/\/(?:covers|social)\/[^" ,]+/g) ?? []
  })
  return [...new Set((await Promise.all(found)).flat())]
}
