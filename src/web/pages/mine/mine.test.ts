import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openGoldStand } from '../../gold.fixture.ts'
import { browserOf, signIn, standFor } from '../../reader/browser.fixture.ts'
import { openReaders } from '../../reader/readers.fixture.ts'
import { standWith } from '../../stand.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const asJson = { accept: 'application/json' }
const courier = 'publication/harbour-courier'
const night = 'harbour-courier/2025-05-20/night-ferry-saved'

const openMine = async () => {
  const gold = await openGoldStand()
  const ana = await gold.reader()
  const mine = async (locale = 'en') => (await ana.get(`/${locale}/mine`)).text()
  const change = (fields: Readonly<Record<string, string>>) => ana.post('/en/mine', fields)
  return { gold, ana, mine, change, [Symbol.asyncDispose]: gold[Symbol.asyncDispose] }
}

describe('the page of what is followed', () => {
  it('mixes what is new in publications, topics and bylines, and says why', async () => {
    await using opened = await openMine()
    const { mine, change } = opened
    assert.match(await mine('nl'), /<h2>Je volgt nog niets<\/h2>/)
    await change({ follow: 'byline/ines-okafor-lund' })
    const page = await mine()
    assert.match(page, /Because you follow Ines Okafor-Lund\./)
    assert.match(page, /night-ferry-saved/)
    assert.doesNotMatch(page, /polder-en-plan\/2025/)
    await change({ follow: courier })
    assert.match(
      await mine('nl'),
      /Omdat je The Harbour Courier en Ines Okafor-Lund volgt|Omdat je Ines Okafor-Lund en The Harbour Courier volgt/,
    )
    await change({ unfollow: courier })
    assert.doesNotMatch(await mine(), /Because you follow .*Harbour Courier/)
  })

  it('leaves out what is muted, names it, and lets it in again', async () => {
    await using opened = await openMine()
    const { mine, change } = opened
    await change({ follow: 'byline/ines-okafor-lund' })
    await change({ mute: courier })
    const page = await mine()
    assert.doesNotMatch(page, /night-ferry-saved/)
    assert.match(page, /No longer mute The Harbour Courier/)
    await change({ unmute: courier })
    assert.match(await mine(), /night-ferry-saved/)
    const refused = await opened.ana.post('/en/mine', { mute: 'byline/ines-okafor-lund' }, asJson)
    assert.equal(refused.status, 400)
  })

  it('tells how it stands after a button without a script, and leads back', async () => {
    await using opened = await openMine()
    const { ana, change } = opened
    const path = '/en/publications/harbour-courier'
    const pressed = await change({ follow: courier, return: path })
    const at = pressed.headers.get('location') ?? ''
    assert.equal(pressed.status, 303)
    const page = await (await ana.get(at)).text()
    assert.match(page, /role="status">You follow The Harbour Courier\.</)
    assert.ok(page.includes(`<a href="${path}">Back to where you were</a>`))
    const elsewhere = await change({ follow: courier, return: 'https://elsewhere.example/' })
    assert.doesNotMatch(elsewhere.headers.get('location') ?? '', /elsewhere/)
    const own = await change({ unfollow: courier, return: '/en/mine' })
    assert.equal(own.headers.get('location'), '/en/mine')
  })

  it('knows nothing that is not on the stand, whatever it is called', async () => {
    await using opened = await openMine()
    const { ana } = opened
    const words = ['publication/nowhere', 'topic/x', 'byline/nobody', 'x', '', '/', `${courier}/x`]
    for (const follow of words) {
      const answer = await ana.post('/en/mine', { follow }, asJson)
      assert.ok([204, 400].includes(answer.status), follow)
      assert.match(await (await ana.get(`/en/mine?follow=${follow}`)).text(), /follow nothing yet/)
    }
    assert.equal((await ana.post('/en/mine', { follow: courier }, asJson)).status, 204)
  })

  it('leads to the other pages of their own before all that is new, as the account does', async () => {
    await using opened = await openMine()
    const { ana, mine, change } = opened
    await change({ follow: courier })
    const page = await mine()
    const account = await (await ana.get('/en/account')).text()
    for (const name of ['saved', 'lists', 'queue', 'history']) {
      const at = page.indexOf(`<a href="/en/${name}">`)
      assert.ok(at > 0 && at < page.indexOf('night-ferry-saved'), name)
      assert.match(account, new RegExp(`href="/en/${name}"`), name)
    }
    assert.match(account, /<a class="onward" href="\/en\/mine">/)
  })

  it('ends a story that was begun', async () => {
    await using opened = await openMine()
    const { gold, ana, change } = opened
    const at = gold.stand.needs.clock()
    await gold.stand.needs.places.keep(ana.id, { storyId: night, block: 'b4', share: 0, at })
    await change({ forget: night })
    assert.equal(await gold.stand.needs.places.of(ana.id, night), null)
  })

  it('tells scripts of the buttons of a page, and strangers nothing', async () => {
    await using opened = await openMine()
    const { ana, change, gold } = opened
    await change({ follow: courier })
    await change({ mute: 'topic/society' })
    await ana.post('/en/saved', { save: night })
    const question = [courier, 'topic/society', 'byline/nobody', `story/${night}`, 'story/x']
      .map((word) => `of=${encodeURIComponent(word)}`)
      .join('&')
    const at = `/en/account/shelf.json?${question}`
    const answer = await ana.get(at)
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.deepEqual(await answer.json(), {
      [courier]: 'follow',
      'topic/society': 'mute',
      [`story/${night}`]: 'save',
    })
    assert.equal((await gold.visit(at)).status, 401)
  })

  it('is taken along as OPML, each with the address of its feed', async () => {
    await using opened = await openMine()
    const { ana, change } = opened
    await change({ follow: courier })
    await change({ follow: 'topic/society' })
    await change({ follow: `byline/${encodeURIComponent('ليلى-المرسي')}` })
    await change({ follow: 'byline/ليلى-المرسي' })
    const answer = await ana.get('/en/account/follows.opml')
    const text = await answer.text()
    assert.match(answer.headers.get('content-type') ?? '', /^text\/x-opml/)
    for (const part of [
      'xmlUrl="https://stand.example/feeds/en/publications/harbour-courier.atom"',
      'xmlUrl="https://stand.example/feeds/en/topics/society.atom"',
      `xmlUrl="https://stand.example/feeds/en/bylines/${encodeURIComponent('ليلى-المرسي')}.atom"`,
      'title="ليلى المرسي"',
    ]) {
      assert.ok(text.includes(part), part)
    }
  })
})

describe('whoever is not signed in', () => {
  it('is told what the pages would be, and the way in', async () => {
    const visit = visitTo(standWith())
    for (const [path, words] of [
      ['/en/mine', /A page of your own/],
      ['/nl/saved', /zolang je wilt/],
      ['/ar/history', /إن لم تطلب ذلك/],
    ] as const) {
      const answer = await visit(path)
      assert.equal(answer.headers.get('cache-control'), 'private, no-store')
      const page = await answer.text()
      assert.match(page, words)
      assert.ok(page.includes(`sign-in?return=${encodeURIComponent(path)}`))
    }
  })

  it('signs in, and what they pressed is done', async () => {
    await using readers = await openReaders()
    const stand = standFor(readers)
    const browser = browserOf(stand)
    const back = '/en/publications/harbour-courier'
    const pressed = await browser.post('/en/mine', { follow: courier, return: back })
    const at = new URL(pressed.headers.get('location') ?? '', 'https://stand.example')
    const returnTo = at.searchParams.get('return') ?? ''
    const led = await signIn(browser, readers, { returnTo })
    const page = await (await browser.get(led)).text()
    assert.match(page, /You follow The Harbour Courier\./)
    assert.ok(page.includes(`href="${back}"`))
  })

  it('saves a story in the same way, and a link can do no more than that', async () => {
    await using readers = await openReaders()
    const stand = standFor(readers)
    const browser = browserOf(stand)
    const led = await signIn(browser, readers, { returnTo: `/en/saved?save=${night}` })
    assert.match(await (await browser.get(led)).text(), /role="status">Saved: /)
    const other = browserOf(stand)
    await signIn(other, readers, {
      address: 'bo@saltmere.example',
      returnTo: `/en/mine?mute=${courier}`,
    })
    assert.doesNotMatch(await (await other.get('/en/mine')).text(), /No longer mute/)
  })

  it('sees the same page as readers do, where it is for everyone', async () => {
    await using opened = await openMine()
    const { gold, ana, change } = opened
    await change({ follow: courier })
    for (const path of [
      '/en/publications',
      '/en/publications/harbour-courier/archive/2025',
      '/en/topics',
    ]) {
      assert.equal(await (await ana.get(path)).text(), await (await gold.visit(path)).text())
    }
  })

  it('is sent nothing by other sites’ forms', async () => {
    await using opened = await openMine()
    const headers = { cookie: opened.ana.cookie, origin: 'https://elsewhere.example' }
    for (const path of ['/en/mine', '/en/saved', '/en/history']) {
      const body = new URLSearchParams({ follow: courier, save: night, does: 'begin' })
      const sent = await opened.gold.visit(path, { method: 'POST', headers, body })
      assert.equal(sent.status, 403, path)
    }
  })
})
