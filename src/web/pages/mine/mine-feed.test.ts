import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openGoldStand } from '../../gold.fixture.ts'

const follows = { follow: 'publication/harbour-courier' }
const anyFeed = /\/feeds\/mine\/[\w-]+\.atom/

const openFeed = async () => {
  const gold = await openGoldStand()
  const ana = await gold.reader()
  await ana.post('/en/mine', follows)
  const make = async () => {
    const page = await ana.post('/en/account/feed', { do: 'make' })
    assert.equal(page.headers.get('cache-control'), 'private, no-store')
    return anyFeed.exec(await page.text())?.[0] ?? ''
  }
  return { gold, ana, make, [Symbol.asyncDispose]: gold[Symbol.asyncDispose] }
}

describe('the private feed of what a reader follows', () => {
  it('tells what is new and why to who has its address, without a cookie', async () => {
    await using opened = await openFeed()
    const address = await opened.make()
    const answer = await opened.gold.visit(address)
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-type') ?? '', /^application\/atom\+xml/)
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.equal(answer.headers.get('x-robots-tag'), 'noindex')
    const atom = await answer.text()
    assert.match(atom, /night-ferry-saved/)
    assert.match(atom, /Because you follow The Harbour Courier\./)
    assert.doesNotMatch(atom, /polder-en-plan\/2025/, 'nothing that is not followed')
    const json = await (await opened.gold.visit(address.replace('.atom', '.json'))).json()
    assert.equal(json.feed_url.endsWith('.json'), true)
    assert.ok(json.items.length > 0)
  })

  it('says in a line when nothing is new', async () => {
    await using opened = await openFeed()
    const address = await opened.make()
    const tag = (await opened.gold.visit(address)).headers.get('etag') ?? ''
    const again = await opened.gold.visit(address, { headers: { 'if-none-match': tag } })
    assert.deepEqual([again.status, await again.text()], [304, ''])
    await opened.ana.post('/en/mine', { mute: follows.follow })
    const other = await opened.gold.visit(address, { headers: { 'if-none-match': tag } })
    assert.equal(other.status, 200)
  })

  it('has one address, and a former one leads nowhere', async () => {
    await using opened = await openFeed()
    const { gold, ana } = opened
    const first = await opened.make()
    const page = await (await ana.get('/en/mine')).text()
    assert.doesNotMatch(page, anyFeed, 'the address is shown once')
    assert.match(page, /Made on 20 May 2025/)
    const second = await opened.make()
    assert.notEqual(first, second)
    assert.equal((await gold.visit(first)).status, 404)
    assert.equal((await gold.visit(second)).status, 200)
    const ended = await ana.post('/en/account/feed', { do: 'end' })
    assert.equal(ended.headers.get('location'), '/en/mine?feed=ended#feed')
    assert.equal((await gold.visit(second)).status, 404)
    assert.match(await (await ana.get('/en/mine?feed=ended')).text(), /leads nowhere any more/)
  })

  it('is of its reader alone, and of nobody who is not signed in', async () => {
    await using opened = await openFeed()
    const bo = await opened.gold.reader('bo@saltmere.example')
    const hers = await opened.make()
    await bo.post('/en/account/feed', { do: 'end' })
    assert.equal((await opened.gold.visit(hers)).status, 200)
    const made = await opened.gold.visit('/en/account/feed', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ do: 'make' }),
    })
    assert.match(made.headers.get('location') ?? '', /sign-in/)
    for (const other of ['x.atom', `${'A'.repeat(43)}.atom`, 'x', '.atom', '%00.json']) {
      assert.equal((await opened.gold.visit(`/feeds/mine/${other}`)).status, 404, other)
    }
  })
})
