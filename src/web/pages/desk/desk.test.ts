import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openGoldStand } from '../../gold.fixture.ts'

const at = '/desk/collections/still-water'
const edition = 'harbour-courier/2025-05-20'
const [pilots, bakery] = [`${edition}/pilots-wait-for-fog`, `${edition}/bakery-closes`]

async function openDesk() {
  const gold = await openGoldStand()
  const ana = await gold.reader()
  const { readers } = gold.stand.needs.accounts
  await readers.giveRole(ana.id, { kind: 'editor', publicationId: null }, gold.stand.needs.clock())
  const { collectionDesk: desk } = gold.stand.needs
  const kept = async () => (await desk.byId('still-water')) ?? assert.fail('It is gone')
  /** The form as the page gives it out, changed as a test says. */
  const filled = async (changed: Readonly<Record<string, string>> = {}) => {
    const one = await kept()
    const reasons = one.chosen.map(({ storyId, reason }) => [`reason ${storyId}`, reason])
    return {
      ...{ title: one.title, introduction: one.introduction, language: one.language },
      ...{ everywhere: 'yes', editor: one.editor, topic: one.topic ?? '' },
      ...{ starts: '2025-05-19T10:00', ends: '', revision: String(one.revision) },
      order: one.chosen.map(({ storyId }) => storyId).join(' '),
      ...Object.fromEntries(reasons),
      does: 'save',
      ...changed,
    }
  }
  const send = async (changed: Readonly<Record<string, string>> = {}) =>
    ana.post(at, await filled(changed))
  const order = async () =>
    (await kept()).chosen.map(({ storyId }) => storyId.replace(`${edition}/`, '')).join(' ')
  const dispose = { [Symbol.asyncDispose]: gold[Symbol.asyncDispose] }
  return { gold, ana, desk, kept, filled, send, order, ...dispose }
}

describe('the editors’ desk', () => {
  it('is for editors and operators: strangers sign in, other readers are told', async () => {
    await using gold = await openGoldStand()
    for (const path of ['/desk/collections', at, `${at}/preview`, `${at}/delete`]) {
      const { status, headers } = await gold.visit(path)
      assert.equal(status, 303)
      assert.equal(headers.get('location'), `/en/sign-in?${new URLSearchParams({ return: path })}`)
      assert.equal(headers.get('cache-control'), 'private, no-store')
    }
    const bram = await gold.reader('bram@saltmere.example')
    const { readers } = gold.stand.needs.accounts
    const give = (role: Parameters<typeof readers.giveRole>[1]) =>
      readers.giveRole(bram.id, role, gold.stand.needs.clock())
    await give({ kind: 'publisher', publicationId: 'publication-harbour-courier' })
    await give({ kind: 'editor', publicationId: 'publication-harbour-courier' })
    const shut = await bram.get('/desk/collections', { 'accept-language': 'de' })
    assert.equal(shut.status, 403)
    assert.equal(shut.headers.get('cache-control'), 'private, no-store')
    const posted = await bram.post(at, { does: 'end', revision: '1' })
    assert.equal(posted.status, 403)
    await give({ kind: 'operator' })
    assert.equal((await bram.get('/desk/collections')).status, 200)
  })

  it('takes nothing from another site', async () => {
    await using opened = await openDesk()
    const { ana, filled, kept } = opened
    const foreign = { 'sec-fetch-site': 'cross-site' }
    assert.equal((await ana.post(at, await filled({ title: 'Theirs' }), foreign)).status, 403)
    assert.equal((await ana.post(`${at}/delete`, { revision: '1' }, foreign)).status, 403)
    assert.equal((await kept()).title, 'Still water')
  })

  it('begins a draft that no reader sees', async () => {
    await using opened = await openDesk()
    const { ana, desk, gold } = opened
    assert.equal((await ana.post('/desk/collections', { title: '  ' })).status, 422)
    const begun = await ana.post('/desk/collections', { title: ' High  water ' })
    const path = begun.headers.get('location') ?? ''
    assert.match(path, /^\/desk\/collections\/[\w-]+$/)
    const draft = await desk.byId(path.split('/').at(-1) ?? '')
    assert.deepEqual([draft?.title, draft?.slug, draft?.starts], ['High water', 'high-water', null])
    assert.equal((await ana.get(path)).headers.get('cache-control'), 'private, no-store')
    assert.equal((await gold.visit('/en/collections/high-water')).status, 404)
    assert.match(await (await ana.get('/en/account')).text(), /href="\/desk\/collections"/)
    const list = await (await ana.get('/desk/collections')).text()
    assert.match(list, /High water<.*Draft<.*Still water<.*Running</s)
  })

  it('moves stories by buttons, with the keyboard alone, and stands on the same button again', async () => {
    await using opened = await openDesk()
    const { ana, send, order } = opened
    assert.equal(await order(), 'pilots-wait-for-fog bakery-closes')
    const moved = await send({ does: `down ${pilots}` })
    assert.equal(moved.status, 303)
    assert.equal(await order(), 'bakery-closes pilots-wait-for-fog')
    const [next = ''] = (moved.headers.get('location') ?? '').split('#')
    const page = await (await ana.get(next)).text()
    assert.match(page, new RegExp(`value="up ${pilots}"[^>]* autofocus`))
    await send({ does: `up ${pilots}` })
    assert.equal(await order(), 'pilots-wait-for-fog bakery-closes')
    await send({ order: `${bakery} ${pilots}` })
    assert.equal(await order(), 'bakery-closes pilots-wait-for-fog')
    await send({ does: `remove ${bakery}` })
    assert.equal(await order(), 'pilots-wait-for-fog')
  })

  it('adds a story by its address or by what a headline’s words found, with a reason', async () => {
    await using opened = await openDesk()
    const { ana, send, order, kept, gold } = opened
    const { origin } = gold.stand.needs.settings.publicUrl
    const path = `/nl/publications/${edition}/night-ferry-saved`
    const refused = await send({ does: 'add', address: path })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /id="field-new-reason-error">Please fill this in\./)
    const reason = 'It nearly did not sail.'
    for (const address of [
      '/en',
      `https://other.example${path}`,
      `${path}-x`,
      'http://',
      '/%zz/',
    ]) {
      const answer = await send({ does: 'add', address, 'new-reason': reason })
      assert.equal(answer.status, 422, address)
      assert.match(await answer.text(), /There is no such story on the stand/)
    }
    await send({ does: 'add', address: `${origin}${path}?x#rest`, 'new-reason': reason })
    assert.equal(await order(), 'pilots-wait-for-fog bakery-closes night-ferry-saved')
    assert.equal((await kept()).chosen[2]?.reason, reason)
    const again = await send({ does: 'add', address: path, 'new-reason': reason })
    assert.match(await again.text(), /in the collection already/)

    const asked = await send({ does: 'find', find: 'committee', title: 'Stiller water' })
    const where = asked.headers.get('location') ?? ''
    assert.equal((await kept()).title, 'Stiller water')
    const found = await (await ana.get(where.split('#')[0] ?? '')).text()
    const [, picked = ''] = /name="picked" value="([^"]+)"/.exec(found) ?? []
    assert.ok(picked.endsWith('/long-headline'), picked)
    await send({ does: 'add', picked, 'new-reason': 'For its length.' })
    assert.match(await order(), / long-headline$/)
    const none = await (await ana.get(`${at}?find=zzzz`)).text()
    assert.match(none, /No headline has these words/)
  })

  it('asks for every reason, and keeps what was typed where it is refused', async () => {
    await using opened = await openDesk()
    const { send, kept } = opened
    const answer = await send({ [`reason ${bakery}`]: ' ', title: 'Typed anew', ends: 'soon' })
    assert.equal(answer.status, 422)
    const page = await answer.text()
    assert.match(page, /value="Typed anew"/)
    assert.match(page, /id="field-ends-error">This is no date with a time\./)
    assert.match(page, /id="reason-1-error">Please fill this in\./)
    assert.equal((await kept()).title, 'Still water')
    const long = await send({ [`reason ${bakery}`]: 'x'.repeat(301) })
    assert.match(await long.text(), /at most 300 characters/)
  })

  it('publishes, schedules, ends and takes back', async () => {
    await using opened = await openDesk()
    const { gold, send, kept, ana } = opened
    const shown = async () => (await gold.visit('/en/collections/still-water')).status
    const saved = await kept()
    await send()
    assert.equal((await kept()).revision, saved.revision, 'Nothing was changed')
    await send({ does: 'end' })
    assert.ok((await kept()).ends?.equals(gold.stand.needs.clock()))
    assert.equal(await shown(), 200)
    await send({ does: 'publish', starts: '2025-05-19T10:00', ends: '2025-05-20T12:00' })
    assert.equal((await kept()).ends, null)
    await send({ does: 'draft' })
    assert.deepEqual([(await kept()).starts, await shown()], [null, 404])
    const preview = await (await ana.get(`${at}/preview`)).text()
    assert.match(preview, /only editors see this page.*Nobody else writes so well/s)
    // The stand's clock is that of Amsterdam.
    await send({ starts: '2025-05-21T08:00', ends: '2025-05-22T08:00' })
    assert.equal((await kept()).starts?.toString(), '2025-05-21T06:00:00Z')
    assert.equal(await shown(), 404)
    gold.wait({ hours: 20 })
    assert.equal(await shown(), 200)
    const wrong = await send({ starts: '2025-05-21T08:00', ends: '2025-05-21T08:00' })
    assert.match(await wrong.text(), /The end has to come after the beginning/)
  })

  it('tells the second of two editors, and loses nothing of either', async () => {
    await using opened = await openDesk()
    const { ana, filled, send, kept, order } = opened
    const old = await filled({ title: 'Mine', 'new-reason': 'Half typed', address: '/en/x' })
    const reason = 'It nearly did not sail.'
    const address = `/en/publications/${edition}/night-ferry-saved`
    await send({ title: 'Theirs', does: 'add', address, 'new-reason': reason })
    const answer = await ana.post(at, old)
    assert.equal(answer.status, 409)
    const page = await answer.text()
    assert.match(page, /Somebody else changed this collection while you were typing/)
    assert.match(page, /value="Mine"/)
    assert.match(page, /id="field-title-kept">Kept now: Theirs</)
    assert.match(page, /Somebody else added this meanwhile.*It nearly did not sail\./s)
    assert.match(page, /Half typed/)
    assert.deepEqual([(await kept()).title, (await kept()).revision], ['Theirs', 2])
    const [, revision = ''] = /name="revision" value="(\d+)"/.exec(page) ?? []
    const [, now = ''] = /name="order" value="([^"]+)"/.exec(page) ?? []
    const [, third = ''] = /value="remove ([^"]+night-ferry-saved)"/.exec(page) ?? []
    await ana.post(at, { ...old, revision, order: now, [`reason ${third}`]: reason })
    assert.equal((await kept()).title, 'Mine')
    assert.equal(await order(), 'pilots-wait-for-fog bakery-closes night-ferry-saved')
  })

  it('deletes with a step more, and never what somebody changed meanwhile', async () => {
    await using opened = await openDesk()
    const { ana, send, desk, gold } = opened
    assert.match(await (await ana.get(`${at}/delete`)).text(), /Delete for good/)
    assert.equal((await gold.visit('/en/collections/still-water')).status, 200)
    await send({ title: 'Stiller water' })
    const late = await ana.post(`${at}/delete`, { revision: '1' })
    assert.equal(late.status, 409)
    const gone = await ana.post(`${at}/delete`, { revision: '2' })
    assert.equal(gone.headers.get('location'), '/desk/collections?done=deleted')
    assert.equal(await desk.byId('still-water'), null)
    assert.equal((await gold.visit('/en/collections/still-water')).status, 404)
    assert.equal((await ana.get(at)).status, 404)
  })

  it('speaks the language that was chosen, of the account, or of the browser', async () => {
    await using opened = await openDesk()
    const { ana } = opened
    const languageOf = async (headers: Readonly<Record<string, string>>) =>
      /<html lang="([^"]+)"/.exec(await (await ana.get('/desk/collections', headers)).text())?.[1]
    assert.equal(await languageOf({ 'accept-language': 'de' }), 'en', 'that of the account')
    const cookie = `${ana.cookie}; locale=ar`
    assert.equal(await languageOf({ cookie }), 'ar')
  })
})
