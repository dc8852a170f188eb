import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { undescribed } from '#catalogue'
import { receive, withdrawStory } from '#desk'
import { digestOf } from '#ground/digest'
import type { Draft, DraftBlock } from '#ingest'
import { addresses, href } from '#web'
import { assemble, type Stand, type Web } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { draftOf, noon } from '../src/storage/tide.fixture.ts'
import { type WallReaders, wallReaders } from './wall-readers.fixture.ts'

/** Words that stand in what needs a right, and nowhere else. */
const canary = /kanarie|canary|%6b%61narie|a2FuYXJpZ/i

/** A PNG of 8 by 8 blue pixels, made for this test. */
const blueSquare =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWMwDi3HihiGlgQA2DA/weuukJIAAAAASUVORK5CYII='

/** The same in red. */
const redSquare =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWNYZayEFTEMLQkACz8/wXSAH1EAAAAASUVORK5CYII='

const lead: DraftBlock[] = Array.from({ length: 4 }, (_, index) => ({
  kind: 'paragraph',
  html: `Lead ${index}: at six the sea had gone and everybody came to look at the sand.`,
}))

/** Every kind of block, each with its canary, so that none has a way out of its own. */
const rest: DraftBlock[] = [
  {
    kind: 'paragraph',
    html: 'The <em>kanarie</em> in the text of the rest, which goes on a while.',
  },
  { kind: 'heading', level: 2, html: 'A kanarie heading' },
  { kind: 'quote', paragraphs: ['A kanarie said so, and said it twice.'], source: 'A kanarie' },
  { kind: 'list', ordered: false, items: [{ html: 'kanarie one' }, { html: 'kanarie two' }] },
  { kind: 'table', caption: 'kanaries', head: ['kanarie'], rows: [['kanarie 3'], ['kanarie 4']] },
  { kind: 'code', text: 'kanarie()' },
  { kind: 'card', address: 'https://tide.example/kanarie', title: 'A kanarie elsewhere' },
  {
    kind: 'picture',
    picture: { from: `data:image/png;base64,${blueSquare}` },
    alt: 'A kanarie on the quay',
    caption: 'The kanarie of the rest',
    credit: 'kanarie press',
  },
  { kind: 'paragraph', html: 'And by seven the kanarie lay down with the boats in the mud.' },
]

const walled = (key: string, changed: Partial<Draft> = {}) =>
  draftOf(key, { headline: `Story ${key}`, blocks: [...lead, ...rest], ...changed })

/** Addresses of covers and social pictures, as pages give them. */
const typeset: string[] = []
/** A key that no picture has. */
const oldKey = '0123456789abcdef'

let folder: string
let stand: Stand
let web: Web
let readers: WallReaders
const restPicture = digestOf(Buffer.from(blueSquare, 'base64'))

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-wall-'))
  const settings = { KIOSK_DATA: folder, KIOSK_METER: '1' }
  stand = await assemble(readConfig(settings), { clock: () => noon })
  // Without kept pages, so that every viewer's answer is made for him.
  web = await stand.openWeb({ report: (error) => assert.fail(String(error)), pageCache: false })
  const { publication } = await stand.desk.publications.findOrAdd(
    {
      slug: 'tide',
      title: 'The Tide',
      kind: 'newspaper',
      language: 'en',
      description: 'News from the water.',
      home: null,
      timeZone: 'UTC',
      door: 'plan',
      cut: { paragraphs: 7, words: null, share: 0.4 },
      ...undescribed,
    },
    () => false,
  )
  const take = async (drafts: readonly Draft[], publishAt: Temporal.Instant | null = null) => {
    const entries = drafts.map((draft) => ({
      entry: { ok: true, draft, remarks: [] } as const,
      from: 'test',
    }))
    const batch = { publication, entries, door: null, publishAt, editionName: '' }
    return Array.fromAsync(receive(stand.desk, batch))
  }
  const answers = await take([walled('plan'), walled('metered', { door: 'metered' })])
  assert.deepEqual(
    answers.map((answer) => answer.status),
    ['accepted', 'accepted'],
  )
  await take([walled('gone', { headline: 'Kanarie gone' })])
  await withdrawStory(stand.desk, { publication: 'tide', edition, story: 'kanarie-gone' })
  await take([walled('held', { headline: 'Kanarie to come' })], noon.add({ hours: 24 }))
  // An earlier revision's rest is the rest of nobody, and still nobody's to read.
  await take([walled('plan', { standfirst: 'Now with a standfirst.' })])
  const square = `data:image/png;base64,${redSquare}`
  const shown = { alt: 'A red square', caption: '', credit: '' }
  const picture = { kind: 'picture', picture: { from: square }, ...shown } as const
  await take([walled('illustrated', { blocks: [picture, ...lead, ...rest] })])
  const walledStory = await stand.stories.byAddress({
    publication: 'tide',
    edition,
    story: 'story-plan',
  })
  assert.ok(walledStory !== null && walledStory !== 'withdrawn')
  const { id: storyId, publicationId } = walledStory
  readers = await wallReaders({ stand, at: noon, storyId, publicationId })
  await web.followSale()
  await web.refresh()
  for (const path of [`tide/${edition}`, `tide/${edition}/story-plan`]) {
    const page = await (await web.app.request(`/en/publications/${path}`)).text()
    typeset.push(...(page.match(/\/(?:covers|social)\/[^" ]+/g) ?? []))
  }
})

after(async () => {
  await stand[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

const edition = '2031-04-02'
const locale = 'en'
const place = { locale, publication: 'tide', edition }

/**
 * Every address that is registered, as a stranger may ask for it. An address that is not in this
 * table fails the test below: say here how it is asked before it answers anybody.
 */
const asked: Readonly<Record<string, () => readonly string[]>> = {
  [addresses.root]: () => ['/'],
  [addresses.health]: () => ['/health'],
  [addresses.source]: () => ['/source.tar.gz'],
  [addresses.asset]: () => ['/assets/kiosk.css', '/assets/..%2f..%2fdata%2fkiosk.db'],
  [addresses.manifest]: () => ['/manifest.webmanifest'],
  [addresses.robots]: () => ['/robots.txt'],
  [addresses.sitemap]: () => ['/sitemap.xml'],
  [addresses.sitemapFile]: () =>
    ['pages', 'publications', 'publications-2', 'stories-2031-04', 'stories-2031-04-2', 'news'].map(
      (name) => href(addresses.sitemapFile, { file: `${name}.xml` }),
    ),
  [addresses.standFeed]: () =>
    ['stand.atom', 'stand.json', 'stand.rss', 'kanarie-to-come.atom'].map((file) =>
      href(addresses.standFeed, { locale, file }),
    ),
  [addresses.publicationFeed]: () =>
    ['tide.atom', 'tide.json', 'tide', '..%2ftide.atom'].map((file) =>
      href(addresses.publicationFeed, { locale, file }),
    ),
  [addresses.topicFeed]: () =>
    ['culture.atom', 'culture.json', 'canary.atom'].map((file) =>
      href(addresses.topicFeed, { locale, file }),
    ),
  [addresses.picture]: () =>
    [`${restPicture}-8.webp`, `${restPicture}-8.avif`, `${restPicture}.json`, 'x-1.webp'].map(
      (file) => href(addresses.picture, { file }),
    ),
  [addresses.cover]: () => [
    ...typeset.filter((path) => path.startsWith('/covers/')),
    `/covers/tide/${edition}-${oldKey}-640.webp`,
    `/covers/tide/${edition}-${oldKey}-641.webp`,
    `/covers/tide/2031-04-03-${oldKey}-640.webp`,
  ],
  [addresses.social]: () => [
    ...typeset.filter((path) => path.startsWith('/social/')),
    ...storySlugs.map((slug) => `/social/tide/${edition}/${slug}-${oldKey}.png`),
  ],
  [addresses.front]: () => ['/en', '/nl', '/ar', '/en/', '/en?format=json'],
  [addresses.topics]: () => ['/en/topics', '/nl/topics'],
  [addresses.topic]: () => ['/en/topics/environment', '/ar/topics/food', '/en/topics/kanarie'],
  [addresses.archive]: () => [
    '/en/publications/tide/archive/2031',
    '/nl/publications/tide/archive/x',
  ],
  [addresses.publications]: () => [
    ...['/en/publications', '/nl/publications', '/ar/publications?look=list'],
    ...['/en/publications?kind=newspaper&name=tide', '/en/publications?format=json&page=2'],
  ],
  [addresses.publication]: () => [href(addresses.publication, place), '/nl/publications/tide'],
  [addresses.edition]: () => [href(addresses.edition, place), '/ar/publications/tide/2031-04-02'],
  [addresses.signIn]: () => [
    '/en/sign-in',
    `/nl/sign-in?again=1&return=/en/publications/tide/${edition}/story-plan`,
  ],
  [addresses.signInCode]: () => ['/en/sign-in/code'],
  [addresses.signInLink]: () => ['/en/sign-in/link/x', '/en/sign-in/link/..%2f..%2fstory-plan'],
  [addresses.signInPasskey]: () => ['/en/sign-in/passkey'],
  [addresses.signInProvider]: () => ['/en/sign-in/provider'],
  [addresses.providerBack]: () => ['/sign-in/back?code=1&state=2'],
  [addresses.signOut]: () => ['/en/sign-out'],
  [addresses.account]: () => ['/en/account', '/ar/account?done=saved'],
  [addresses.accountProfile]: () => ['/en/account/profile'],
  [addresses.accountAddress]: () => ['/en/account/address'],
  [addresses.accountPasskeys]: () => ['/en/account/passkeys'],
  [addresses.accountPasskey]: () => ['/en/account/passkey'],
  [addresses.accountDevices]: () => ['/en/account/devices'],
  [addresses.accountData]: () => ['/en/account/everything.json'],
  [addresses.accountDelete]: () => ['/en/account/delete'],
  [addresses.accountPlan]: () => ['/en/account/plan'],
  [addresses.accountWithdraw]: () => ['/en/account/withdraw?subscription=x'],
  [addresses.plans]: () => ['/en/plans', '/ar/plans'],
  [addresses.household]: () => ['/en/account/household'],
  [addresses.seat]: () => ['/en/household/x'],
  [addresses.give]: () => storySlugs.map((story) => href(addresses.give, { ...place, story })),
  [addresses.gift]: () =>
    storySlugs.map((story) => href(addresses.gift, { ...place, story, token: 'x' })),
  [addresses.portal]: () => ['/en/account/payments'],
  [addresses.buy]: () => ['/en/plans/buy?price=x'],
  [addresses.bought]: () => ['/en/plans/bought?return=/en'],
  [addresses.payments]: () => ['/payments/stripe'],
  [addresses.trial]: () => [`/nl/plans/trial?plan=GOLD&return=/en/publications/tide/${edition}`],
  [addresses.voucher]: () => ['/en/plans/voucher?return=/en', '/ar/plans/voucher'],
  [addresses.about]: () => ['/en/about'],
  [addresses.accessibility]: () => ['/en/accessibility'],
  [addresses.privacy]: () => ['/en/privacy'],
  [addresses.citationRis]: () =>
    storySlugs.map((story) => href(addresses.citationRis, { ...place, story })),
  [addresses.citationCsl]: () =>
    storySlugs.map((story) => href(addresses.citationCsl, { ...place, story })),
  [addresses.story]: () => storyForms.map((form) => `/en/publications/tide/${edition}/${form}`),
}

const storySlugs = ['story-plan', 'story-metered', 'kanarie-gone', 'kanarie-to-come']

const storyForms = storySlugs.flatMap((slug) => [
  slug,
  `${slug}/`,
  `${slug}.md`,
  `${slug}.json`,
  `${slug};x.css`,
  `${slug}%2fx.css`,
  `${slug}/x.css`,
  `${slug}?format=txt&amp=1&print=1&preview=1`,
  `${slug}?revision=1`,
])

const viewers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a stranger': {},
  'a search engine': { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' },
  'another search engine': { 'user-agent': 'bingbot/2.0', from: 'bingbot(at)example' },
  'an archive': { 'user-agent': 'archive.org_bot' },
  'somebody from a search page': { referer: 'https://www.google.com/' },
  'somebody from social media': { referer: 'https://t.co/x' },
  'a spoofed inner address': { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1' },
  'somebody with a made-up session': { cookie: 'session=1; __Host-session=a.b; role=operator' },
  'somebody with made-up rights': { authorization: 'Bearer operator', 'x-reader': 'operator' },
  'a program that wants JSON': { accept: 'application/json' },
  'a program that wants text': { accept: 'text/markdown, text/plain' },
  'a reader of half pages': { range: 'bytes=2000-', accept: '*/*' },
  'a browser that prefetches': { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' },
}

describe('the wall', { timeout: 120_000 }, () => {
  it('knows every address that is registered', () => {
    const registered = new Set(web.app.routes.map((route) => route.path))
    for (const everywhere of ['*', '/*']) registered.delete(everywhere)
    const unlisted = [...registered].filter((path) => !(path in asked))
    assert.deepEqual(unlisted, [])
  })

  for (const [viewer, headers] of Object.entries(viewers)) {
    it(`keeps the rest from ${viewer}, on every address`, () => keepsTheRestFrom(headers))
  }

  it('keeps the rest from every reader to whom it is not open, on every address', async () => {
    assert.equal(Object.keys(readers.shut).length, 10)
    for (const [viewer, headers] of Object.entries(readers.shut)) {
      await keepsTheRestFrom(headers, viewer)
    }
  })

  it('opens to a subscriber, so that this test looks at real sessions', async () => {
    const path = `/en/publications/tide/${edition}/story-plan`
    const answer = await web.app.request(path, { headers: readers.subscriber })
    assert.match(await answer.text(), canary)
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    const file = `${restPicture}-8.webp`
    const picture = await web.app.request(href(addresses.picture, { file }), {
      headers: readers.subscriber,
    })
    assert.equal(picture.status, 200)
    assert.equal(picture.headers.get('cache-control'), 'private, no-store')
    // Nor has it opened to anybody else by that.
    await keepsTheRestFrom({})
  })

  it('does tell machines of stories, so that this test looks at real feeds and maps', async () => {
    const told = async (path: string) => (await web.app.request(path)).text()
    for (const path of ['/feeds/en/publications/tide.atom', '/feeds/en/stand.json']) {
      assert.match(await told(path), /Lead 0: at six the sea had gone/, path)
    }
    for (const path of ['/sitemaps/stories-2031-04.xml', '/sitemaps/news.xml']) {
      assert.match(await told(path), /\/story-plan/, path)
    }
  })

  it('does draw what can be shared, so that this test looks at real pictures', async () => {
    for (const start of ['/covers/', '/social/']) {
      const path = typeset.find((one) => one.startsWith(start)) ?? ''
      assert.equal((await web.app.request(path)).status, 200, `${start}: ${path}`)
    }
  })

  it('sends the same bytes to a stranger and to a search engine', async () => {
    const path = `/en/publications/tide/${edition}/story-plan`
    const one = await web.app.request(path)
    const other = await web.app.request(path, { headers: viewers['a search engine'] ?? {} })
    assert.equal(await one.text(), await other.text())
    assert.equal(one.headers.get('etag'), other.headers.get('etag'))
  })

  it('keeps a picture of the rest, and shows one of the lead', async () => {
    const statusOf = async (base64: string) => {
      const file = `${digestOf(Buffer.from(base64, 'base64'))}-8.webp`
      return (await web.app.request(href(addresses.picture, { file }))).status
    }
    assert.equal(await statusOf(redSquare), 200)
    assert.equal(await statusOf(blueSquare), 404)
  })

  it('does show the lead, so that this test looks at real pages', async () => {
    const answer = await web.app.request(`/en/publications/tide/${edition}/story-plan`)
    assert.equal(answer.status, 200)
    assert.match(await answer.text(), /Lead 0: at six the sea had gone/)
  })
})

/** Asks for every address in every way, and looks for what stands in the rest. */
async function keepsTheRestFrom(
  headers: Readonly<Record<string, string>>,
  who = '',
): Promise<void> {
  for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
    for (const path of Object.values(asked).flatMap((list) => list())) {
      const answer = await web.app.request(path, { method, headers })
      const said = `${JSON.stringify([...answer.headers])} ${await answer.text()}`
      const known = said.replaceAll(/kanarie-(?:gone|to-come)/g, '')
      assert.doesNotMatch(known, canary, `${who} ${method} ${path}`)
    }
  }
}
