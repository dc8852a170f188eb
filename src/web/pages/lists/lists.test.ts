import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listRules } from '#reading'
import { createApp } from '../../app.ts'
import { openGoldStand } from '../../gold.fixture.ts'
import { standWith } from '../../stand.fixture.ts'
import { stories } from '../../stories.fixture.ts'
import { visitTo } from '../../visit.fixture.ts'

const edition = 'harbour-courier/2025-05-20'
const ferry = `${edition}/night-ferry-saved`
const bakery = `${edition}/bakery-closes`

const openList = async (title = 'Salt & boats', told = stories) => {
  const gold = await openGoldStand(told)
  const ana = await gold.reader()
  const made = await ana.post('/en/lists', { title })
  const at = made.headers.get('location') ?? ''
  const id = at.split('/').at(-1) ?? ''
  const put = (story: string) => ana.post('/en/lists', { put: id, story })
  const page = async (path = at) => (await ana.get(path)).text()
  const shared = async () => {
    const found = /\/en\/lists\/shared\/[\w-]+/.exec(await page())
    return found?.[0] ?? null
  }
  const visit = (path: string | null) => gold.visit(path ?? '/nowhere')
  return {
    gold,
    ana,
    at,
    id,
    put,
    page,
    shared,
    visit,
    [Symbol.asyncDispose]: gold[Symbol.asyncDispose],
  }
}

/** The stories of the form, in the order in which it shows them. */
const idsIn = (page: string) => /name="order" value="([^"]*)"/.exec(page)?.[1]?.split(' ') ?? []

describe('a list that a reader makes', () => {
  it('is made, holds stories in the reader’s order, and their notes', async () => {
    await using opened = await openList()
    const { ana, at, put, page } = opened
    assert.match(await page(), /No story is on this list yet/)
    await put(ferry)
    await put(bakery)
    await put(bakery)
    const [first = '', second = '', ...more] = idsIn(await page())
    assert.deepEqual(more, [])
    const words = { title: 'Boats', why: 'For the weekend', order: `${first} ${second}` }
    const noted = { ...words, [`note ${second}`]: 'Read <b>this</b> first' }
    const up = await ana.post(at, { ...noted, does: `up ${second}` })
    const after = up.headers.get('location') ?? ''
    assert.match(after, /\?at=up/)
    const shown = await page(after)
    assert.deepEqual(idsIn(shown), [second, first])
    assert.match(shown, /value="Read &lt;b&gt;this&lt;\/b&gt; first"/)
    assert.match(shown, /value="For the weekend"/)
    const order = `${second} ${first}`
    await ana.post(at, { ...words, order, does: `remove ${first}` })
    assert.deepEqual(idsIn(await page()), [second])
    assert.match(await page('/nl/lists'), />Boats<\/a>.*1 artikel</)
  })

  it('keeps what was typed where something is wrong, and says what', async () => {
    await using opened = await openList()
    const { ana, at } = opened
    const refused = await ana.post(at, { title: '', why: 'x'.repeat(301), does: 'save', order: '' })
    assert.equal(refused.status, 422)
    const page = await refused.text()
    assert.match(page, /Please fill this in/)
    assert.match(page, /at most 300 characters/)
    assert.ok(page.includes('x'.repeat(301)))
    const nameless = await ana.post('/en/lists', { title: '  ' })
    assert.equal(nameless.status, 422)
    assert.match(await opened.page(), /Salt &amp; boats/)
  })

  it('loses nothing that was written in another window, and shows both', async () => {
    await using opened = await openList()
    const { ana, at, put, page } = opened
    await put(ferry)
    const before = await page()
    const [id = ''] = idsIn(before)
    const [, seen = ''] = /name="seen" value="([^"]*)"/.exec(before) ?? []
    const form = { title: 'Salt & boats', why: '', order: id, does: 'save', seen }
    const other = { ...form, title: 'Boats', [`note ${id}`]: 'From there' }
    assert.equal((await ana.post(at, other)).status, 303)
    const why = await ana.post(at, { ...form, why: 'For the weekend', [`note ${id}`]: '' })
    assert.equal(why.status, 303, 'where one of them wrote there is no question')
    const kept = await page()
    for (const words of ['Boats', 'For the weekend', 'From there']) {
      assert.ok(kept.includes(`value="${words}"`), words)
    }
    const clash = await ana.post(at, { ...form, title: 'Ships', [`note ${id}`]: 'From here' })
    assert.equal(clash.status, 409)
    const both = await clash.text()
    assert.match(both, /role="alert">This is not saved yet/)
    for (const words of ['“Boats”', 'value="Ships"', '“From there”', 'value="From here"']) {
      assert.ok(both.includes(words), words)
    }
    assert.match(both, /value="For the weekend"/, 'what only the other wrote stands in the field')
    const [, known = ''] = /name="seen" value="([^"]*)"/.exec(both) ?? []
    const mine = { ...form, title: 'Ships', why: 'For the weekend', [`note ${id}`]: 'From here' }
    assert.equal((await ana.post(at, { ...mine, seen: known })).status, 303)
    assert.match(await page(), /value="From here"/)
  })

  it('lets no typed note go with a story that another window took off, before that is said', async () => {
    await using opened = await openList()
    const { ana, at, id: list, put, page } = opened
    await put(ferry)
    const before = await page()
    const [id = ''] = idsIn(before)
    const [, seen = ''] = /name="seen" value="([^"]*)"/.exec(before) ?? []
    const note = `note ${id}`
    const form = { title: 'Salt & boats', why: '', order: id, does: 'save', seen, [note]: 'Mine' }
    await ana.post('/en/lists', { take: list, story: ferry })
    const long = { ...form, [note]: 'x'.repeat(301) }
    assert.equal((await ana.post(at, long)).status, 409)
    assert.equal((await ana.post(at, { ...form, does: `remove ${id}` })).status, 303)
    const clash = await ana.post(at, form)
    assert.equal(clash.status, 409)
    const told = await clash.text()
    assert.match(
      told,
      /href="[^"]*\/night-ferry-saved".*value="Mine".*taken off the list meanwhile/s,
    )
    const [, known = ''] = /name="seen" value="([^"]*)"/.exec(told) ?? []
    const [, gone = ''] = /name="gone" value="([^"]*)"/.exec(told) ?? []
    const again = { ...form, order: idsIn(told).join(' '), seen: known, gone }
    const wrong = await ana.post(at, { ...again, title: '' })
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /value="Mine"/, 'another fault does not cost the note')
    const saved = await ana.post(at, again)
    assert.equal(saved.status, 303)
    assert.doesNotMatch(await page(), /value="Mine"|night-ferry-saved/)
    await put(ferry)
    assert.equal((await ana.post(at, again)).status, 303)
    assert.match(await page(), /value="Mine"/, 'who put the story back keeps the note')
    const drawn = await page()
    opened.gold.stand.withdraw('night-ferry-saved')
    const [, last = ''] = /name="seen" value="([^"]*)"/.exec(drawn) ?? []
    const lost = await ana.post(at, { ...form, seen: last, [note]: 'Too late' })
    assert.equal(lost.status, 409)
    assert.match(await lost.text(), /value="Too late".*was withdrawn meanwhile/s)
  })

  it('is offered beside a story, and takes it on or off', async () => {
    await using opened = await openList()
    const { ana, id, page } = opened
    const path = `/en/publications/${ferry}`
    assert.match(await page(path), /href="\/en\/lists\?story=harbour-courier[^"]*"/)
    const asked = `/en/lists?${new URLSearchParams({ story: ferry, return: path })}`
    assert.match(await page(asked), /aria-pressed="false" [^>]*title="Add to Salt &amp; boats"/)
    const put = await ana.post('/en/lists', { put: id, story: ferry, return: path })
    const after = await page(put.headers.get('location') ?? '')
    assert.match(after, /aria-pressed="true" [^>]*title="Take off Salt &amp; boats" autofocus>/)
    assert.ok(after.includes(`<a href="${path}">Back to where you were</a>`))
    await ana.post('/en/lists', { take: id, story: ferry })
    assert.match(await page(asked), /aria-pressed="false"/)
    await ana.post('/en/lists', { title: 'Another', story: ferry })
    assert.match(await page(asked), /title="Take off Another"/)
    assert.equal((await ana.post('/en/lists', { put: id, story: 'x/y/z' })).status, 404)
  })

  it('is offered on the cards that a reader may save', async () => {
    await using opened = await openList()
    const { ana, page } = opened
    await ana.post('/en/saved', { save: ferry })
    await ana.post('/en/mine', { follow: 'publication/harbour-courier' })
    for (const path of ['/en/saved', '/en/mine', '/en/search?q=ferry']) {
      assert.match(await page(path), /href="\/en\/lists\?story=[^"]*night-ferry-saved/, path)
    }
    const stranger = await (await opened.visit('/en/search?q=ferry')).text()
    assert.doesNotMatch(stranger, /to-list/)
  })

  it('says of a full list that no more fit, and does not lose the story where lists are full', async () => {
    await using opened = await openList()
    const { gold, ana, id, page } = opened
    const { lists } = gold.stand.needs.theirs
    const addedAt = Temporal.Instant.fromEpochMilliseconds(0)
    await opened.put(ferry)
    const [known = ''] = idsIn(await page())
    await lists.change(ana.id, id, (list) => {
      const listed = Array.from({ length: listRules.stories }, () => known)
      return {
        ok: true,
        value: { ...list, listed: listed.map((storyId) => ({ storyId, note: '', addedAt })) },
      }
    })
    const refused = await ana.post('/en/lists', { put: id, story: bakery })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /role="alert">This list holds 500 stories/)
    for (let one = 1; one < listRules.lists; one += 1) {
      await ana.post('/en/lists', { title: `List ${one}` })
    }
    const full = await ana.post('/en/lists', { title: 'One more', story: ferry, return: '/en' })
    const told = await page(full.headers.get('location') ?? '')
    assert.match(told, /You have 100 lists/)
    assert.match(told, /Add to a list<\/h1>/)
    assert.match(told, /<a href="\/en">Back to where you were/)
  })

  it('takes the form of a long list, and says of each note what is wrong with it', async () => {
    await using opened = await openList()
    const { ana, at, put, page } = opened
    await put(ferry)
    const [id = ''] = idsIn(await page())
    const others = Array.from({ length: listRules.stories - 1 }, (_, one) => `story-${one}`)
    const order = [id, ...others].join(' ')
    const notes = Object.fromEntries(others.map((one) => [`note ${one}`, 'x'.repeat(300)]))
    const words = { title: 'Boats', why: '', does: 'save', order }
    const kept = await ana.post(at, { ...words, ...notes, [`note ${id}`]: 'Mine' })
    assert.equal(kept.status, 303)
    assert.match(await page(), /value="Mine"/)
    const long = await ana.post(at, { ...words, order: id, [`note ${id}`]: 'x'.repeat(301) })
    const [, described = ' '] = /aria-describedby="(field-note[^"]*)"/.exec(await long.text()) ?? []
    assert.doesNotMatch(described, / /)
  })

  it('is deleted only after it was asked', async () => {
    await using opened = await openList()
    const { ana, at, page } = opened
    assert.match(await page(`${at}/delete`), /go for good/)
    assert.equal((await ana.get(at)).status, 200)
    const gone = await ana.post(`${at}/delete`, {})
    assert.match(await page(gone.headers.get('location') ?? ''), /The list is deleted/)
    assert.equal((await ana.get(at)).status, 404)
  })
})

describe('a list that is shared', () => {
  it('is read by whoever has its address: public cards, notes, and the name that was given', async () => {
    await using opened = await openList()
    const { ana, at, put, shared, visit } = opened
    await put(ferry)
    assert.equal(await shared(), null)
    await ana.post(at, { does: 'share', name: 'Ana of the pier' })
    const answer = await visit(await shared())
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.equal(answer.headers.get('x-robots-tag'), 'noindex')
    const page = await answer.text()
    assert.match(page, /Salt &amp; boats/)
    assert.match(page, /A list by Ana of the pier/)
    assert.ok(page.includes('night-ferry-saved'))
    assert.doesNotMatch(page, /saltmere\.example/)
    await ana.post(at, { does: 'share', name: '' })
    assert.match(await (await visit(await shared())).text(), /A list by a reader/)
  })

  it('comes in pages of fifty, and at the pace of whoever reads', async () => {
    const [first] = stories
    assert.ok(first)
    const many = Array.from({ length: 52 }, (_, at) => ({ ...first, slug: `story-${at + 10}` }))
    await using opened = await openList('Much', many)
    const { ana, at, put, shared, gold } = opened
    for (const { publication, edition, slug } of many)
      await put(`${publication}/${edition}/${slug}`)
    await ana.post(at, { does: 'share', name: '' })
    const path = (await shared()) ?? ''
    const app = createApp(gold.stand.needs)
    const asked = (question: string, remoteAddress: string) =>
      app.request(path + question, {}, { incoming: { socket: { remoteAddress } } })
    const page = async (question: string) => (await asked(question, '127.0.0.1')).text()
    const cards = (text: string) => text.match(/<li class="card">/g)?.length
    const [one, two, past] = [await page(''), await page('?page=2'), await page('?page=9')]
    assert.deepEqual([one, two, past].map(cards), [50, 2, 2])
    assert.match(one, /52 stories.*Page 1 of 2/s)
    assert.ok(one.includes(`href="${path}?page=2" rel="next nofollow"`))
    assert.ok(two.includes(`href="${path}" rel="prev nofollow"`))
    assert.match(two, /<title>Much, page 2.*<meta name="robots" content="noindex/s)
    assert.doesNotMatch(two, /rel="canonical"/)
    for (let visit = 0; visit < 60; visit += 1) {
      assert.equal((await asked('?page=2', '9.9.9.9')).status, 200)
    }
    const refused = await asked('', '9.9.9.9')
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '1'])
    assert.match(await refused.text(), /pages were asked for from your network/)
  })

  it('has a feed that tells what anyone may read, the last that was added first', async () => {
    await using opened = await openList()
    const { gold, ana, at, put, page, shared, visit } = opened
    await put(ferry)
    gold.wait({ minutes: 1 })
    await put(bakery)
    const [first = ''] = idsIn(await page())
    const order = { order: idsIn(await page()).join(' '), title: 'Salt & boats' }
    await ana.post(at, { ...order, does: 'save', [`note ${first}`]: 'Read <b>this</b>' })
    await ana.post(at, { does: 'share', name: 'Ana' })
    const feed = ((await shared()) ?? '').replace('/en/lists/shared/', '/feeds/en/lists/')
    assert.ok((await (await visit(await shared())).text()).includes(`href="${feed}.atom"`))
    const answer = await visit(`${feed}.atom`)
    const text = await answer.text()
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.equal(answer.headers.get('x-robots-tag'), 'noindex')
    assert.ok(text.indexOf('/bakery-closes"') < text.indexOf('/night-ferry-saved"'))
    assert.match(text, /<author><name>A list by Ana<\/name><\/author>/)
    assert.match(text, /Read &amp;lt;b&amp;gt;this/)
    assert.equal((await visit(`${feed}.json`)).status, 200)
    assert.equal((await visit(feed)).status, 404)
    await ana.post(at, { does: 'unshare' })
    assert.equal((await visit(`${feed}.atom`)).status, 404)
  })

  it('leads nowhere once it is not, and elsewhere when it is again', async () => {
    await using opened = await openList()
    const { ana, at, shared, visit } = opened
    await ana.post(at, { does: 'share', name: '' })
    const first = await shared()
    const ended = await ana.post(at, { does: 'unshare' })
    assert.match(await opened.page(ended.headers.get('location') ?? ''), /leads nowhere/)
    assert.equal((await visit(first)).status, 404)
    await ana.post(at, { does: 'share', name: '' })
    const second = await shared()
    assert.notEqual(second, first)
    assert.equal((await visit(second)).status, 200)
    await ana.post(`${at}/delete`, {})
    assert.equal((await visit(second)).status, 404)
  })

  it('is not said to be shared where that was ended by whoever runs the stand', async () => {
    await using opened = await openList()
    const { gold, ana, at, id, page } = opened
    await ana.post(at, { does: 'share', name: '' })
    assert.match(await page(`${at}?done=shared`), /The list is shared: whoever/)
    const { lists } = gold.stand.needs.theirs
    await lists.change(ana.id, id, (list) => ({ ok: true, value: { ...list, sharing: null } }))
    const bar = { listId: id, title: 'Salt & boats', storyIds: [], reason: 'It names <Bo>.' }
    const bars = [{ ...bar, at: gold.stand.needs.clock() }]
    Object.assign(lists, { bars: async () => bars })
    const again = await ana.post(at, { does: 'share', name: '' })
    for (const path of [again.headers.get('location') ?? '', `${at}?done=shared`]) {
      const told = await page(path)
      assert.match(told, /ended the sharing of this list/)
      assert.match(told, /<blockquote[^>]*>It names &lt;Bo&gt;\.</)
      assert.doesNotMatch(told, /name="does" value="share"/)
      assert.doesNotMatch(told, /The list is shared: whoever|not shared any more/)
    }
    const made = await ana.post('/en/lists', { title: 'Salt and boats' })
    const anew = made.headers.get('location') ?? ''
    assert.match(await page(anew), /value="share"/, 'what is not much like it may be shared')
    await ana.post(anew, { title: 'SALT & BOATS', why: '', order: '', does: 'save' })
    const refused = await ana.post(anew, { does: 'share', name: '' })
    const why = await page(refused.headers.get('location') ?? '')
    assert.match(why, /your list “Salt &amp; boats”, and this one is much like it/)
    assert.match(why, /It names &lt;Bo&gt;/)
    assert.equal(await opened.visit(await opened.shared()).then(({ status }) => status), 404)
    bars.length = 0
    await ana.post(at, { does: 'share', name: '' })
    assert.notEqual(await opened.shared(), null, 'it was lifted')
  })

  it('is shared no longer once it has become what is barred', async () => {
    await using opened = await openList('Harmless')
    const { gold, ana, at, put, shared } = opened
    await ana.post(at, { does: 'share', name: '' })
    const bar = { listId: 'other', title: 'Salt & boats', storyIds: [], reason: '' }
    const bars = [{ ...bar, at: gold.stand.needs.clock() }]
    Object.assign(gold.stand.needs.theirs.lists, { bars: async () => bars })
    await put(ferry)
    assert.notEqual(await shared(), null)
    await ana.post(at, { title: 'SALT & BOATS', why: '', order: '', does: 'save' })
    assert.equal(await shared(), null)
  })

  it('loses a story that was withdrawn', async () => {
    await using opened = await openList()
    const { ana, at, put, shared, visit } = opened
    await put(`${edition}/emoji`)
    await ana.post(at, { does: 'share', name: '' })
    opened.gold.stand.withdraw('emoji')
    const page = await (await visit(await shared())).text()
    assert.doesNotMatch(page, /\/emoji"/)
  })

  it('belongs to its reader: nobody else sees or changes it by its id', async () => {
    await using opened = await openList()
    const { gold, at, id } = opened
    const bo = await gold.reader('bo@saltmere.example')
    assert.equal((await bo.get(at)).status, 404)
    assert.equal((await bo.post(at, { does: 'share', name: '' })).status, 404)
    assert.equal((await bo.post('/en/lists', { put: id, story: ferry })).status, 404)
    await bo.post(`${at}/delete`, {})
    assert.equal((await opened.ana.get(at)).status, 200)
    for (const token of ['x', id, '%00', 'A'.repeat(43)]) {
      assert.equal((await gold.visit(`/en/lists/shared/${token}`)).status, 404, token)
    }
  })

  it('needs an account, and strangers are told what it would be', async () => {
    const visit = visitTo(standWith())
    const back = encodeURIComponent(`/en/publications/${ferry}`)
    const page = await (await visit(`/en/lists?story=${ferry}&return=${back}`)).text()
    assert.match(page, /share them with whom you like/)
    assert.match(page, new RegExp(`sign-in\\?return=${back}`))
  })
})
