import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { goldOffer, offering } from '../access.fixture.ts'
import { addresses, href } from '../addresses.ts'
import { createApp } from '../app.ts'
import { standWith } from '../stand.fixture.ts'
import { nightFerry, visitTo } from '../visit.fixture.ts'

const inDutch = href(addresses.story, { locale: 'nl', ...nightFerry })

describe('the cache of pages', () => {
  it('gives everyone the same page without cookies, to be kept by anyone', async () => {
    const visit = visitTo(standWith())
    const answer = await visit(inDutch)
    const other = await visit(`${inDutch}?utm_source=mail`, {
      headers: { cookie: 'locale=ar', 'accept-language': 'en', 'user-agent': 'Googlebot' },
    })
    assert.equal(
      answer.headers.get('cache-control'),
      'public, max-age=10, stale-while-revalidate=60, stale-if-error=259200',
    )
    assert.equal(answer.headers.get('vary'), 'Accept-Encoding')
    assert.equal(answer.headers.get('set-cookie'), null)
    assert.equal(await other.text(), await answer.text())
    assert.equal(other.headers.get('etag'), answer.headers.get('etag'))
  })

  it('answers 304 to who has the page, and HEAD without a body', async () => {
    const visit = visitTo(standWith())
    const whole = await visit(inDutch)
    const tag = whole.headers.get('etag') ?? ''
    assert.match(tag, /^"[0-9a-f]{24}"$/)
    for (const has of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const same = await visit(inDutch, { headers: { 'if-none-match': has } })
      assert.equal(same.status, 304, has)
      assert.equal(await same.text(), '')
      assert.equal(same.headers.get('etag'), tag)
      assert.ok(same.headers.get('content-security-policy'))
    }
    const head = await visit(inDutch, { method: 'HEAD' })
    assert.equal(head.status, 200)
    assert.equal(await head.text(), '')
    const length = Buffer.byteLength(await whole.text())
    assert.equal(head.headers.get('content-length'), String(length))
  })

  it('compresses a page as the browser asks, each form with a tag of its own', async () => {
    const visit = visitTo(standWith())
    const plain = await (await visit(inDutch)).text()
    const asking = (encoding: string) =>
      visit(inDutch, { headers: { 'accept-encoding': encoding } })

    const brotli = await asking('gzip, deflate, br, zstd')
    assert.equal(brotli.headers.get('content-encoding'), 'br')
    assert.match(brotli.headers.get('etag') ?? '', /-br"$/)
    assert.equal(String(brotliDecompressSync(await brotli.bytes())), plain)

    const gzip = await asking('gzip, br;q=0')
    assert.equal(gzip.headers.get('content-encoding'), 'gzip')
    assert.equal(String(gunzipSync(await gzip.bytes())), plain)
    assert.equal((await asking('identity')).headers.get('content-encoding'), null)
  })

  it('makes a page once for all who ask for it at the same time, and then not again', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    const pages = await Promise.all(Array.from({ length: 20 }, () => visit(inDutch)))
    const bodies = new Set(await Promise.all(pages.map((page) => page.text())))
    assert.equal(bodies.size, 1)
    assert.equal(stand.asked.filter((name) => name === 'byAddress').length, 1)
    const before = stand.asked.length
    await visit(inDutch)
    assert.equal(stand.asked.length, before)
  })

  it('shares lists between stories of an edition, so that a new page asks for little', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    await visit(inDutch)
    const before = stand.asked.length
    await visit('/nl/publications/harbour-courier/2025-05-20/bakery-closes')
    assert.deepEqual(stand.asked.slice(before), ['byAddress', 'of', 'alikeTo'])
  })

  it('keeps nothing when told to, and still answers with a tag', async () => {
    const stand = standWith({ settings: { pageCache: false } })
    const visit = visitTo(stand)
    const first = await visit(inDutch)
    const second = await visit(inDutch)
    assert.equal(stand.asked.filter((name) => name === 'byAddress').length, 2)
    assert.equal(first.headers.get('etag'), second.headers.get('etag'))
  })

  it('shows a change at once on every page that it concerns, and on no other', async () => {
    const stand = standWith()
    const visit = visitTo(stand)
    const courier = '/en/publications/harbour-courier'
    const mine = [inDutch, `${courier}/2025-05-20`, courier, '/en', '/en/publications']
    const other = '/en/publications/polder-en-plan'
    for (const path of [...mine, other]) await visit(path)

    stand.withdraw('bakery-closes')
    const before = stand.asked.length
    await visit(other)
    assert.equal(stand.asked.length, before, 'another publication is still kept')
    for (const path of mine) {
      assert.doesNotMatch(await (await visit(path)).text(), /bakery that never/i, path)
    }
    assert.equal((await visit(`${courier}/2025-05-20/bakery-closes`)).status, 410)
  })

  it('counts anew after a change, and an hour later at the walls of other publications', async () => {
    let now = Temporal.Instant.from('2025-05-20T10:00:00Z')
    const stand = standWith({ changed: { clock: () => now, access: offering(goldOffer) } })
    const visit = visitTo(stand)
    const told = async (path: string) =>
      /[\d,]+ publications and [\d,]+ stories/.exec(await (await visit(path)).text())?.[0]
    const before = '3 publications and 9 stories'
    const counted = ['/en/about', '/en/plans', inDutch.replace('/nl/', '/en/')]
    for (const path of counted) assert.equal(await told(path), before, path)
    stand.withdraw('mos')
    for (const path of counted.slice(0, 2)) assert.notEqual(await told(path), before, path)
    now = now.add({ hours: 1 })
    for (const path of counted) assert.match((await told(path)) ?? '', / 8 stories$/, path)
  })

  it('does not keep a page that was being made while its publication changed', async () => {
    const stand = standWith()
    const { stories } = stand.needs
    const held = Promise.withResolvers<void>()
    const slow = {
      byAddress: async (address: Parameters<typeof stories.byAddress>[0]) => {
        const found = await stories.byAddress(address)
        await held.promise
        return found
      },
    }
    const needs = { ...stand.needs, stories: { ...stories, ...slow } }
    const app = createApp(needs)
    const early = app.request(inDutch)
    await new Promise((resolve) => setImmediate(resolve))
    stand.withdraw('night-ferry-saved')
    held.resolve()
    assert.equal((await early).status, 200)
    assert.equal((await app.request(inDutch)).status, 410)
  })

  it('lets the front page go at midnight, when another day begins', async () => {
    let now = Temporal.Instant.from('2025-05-20T21:59:59Z')
    const visit = visitTo(standWith({ changed: { clock: () => now } }))
    assert.match(await (await visit('/nl')).text(), /Dinsdag 20 mei 2025/)
    now = now.add({ seconds: 1 })
    assert.match(await (await visit('/nl')).text(), /Woensdag 21 mei 2025/)
  })
})
