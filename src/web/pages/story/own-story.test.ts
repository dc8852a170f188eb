import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addresses, href } from '../../addresses.ts'
import { createApp } from '../../app.ts'
import { openGoldStand } from '../../gold.fixture.ts'
import { canary, stories, type Told } from '../../stories.fixture.ts'
import { nightFerry } from '../../visit.fixture.ts'

const inDutch = href(addresses.story, { locale: 'nl', ...nightFerry })
const back = `${inDutch}#rest`
const wordsOf = (page: string) =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replaceAll('\u00a0', ' ')

/** Four stories on the meter. */
const metered = (): readonly Told[] => {
  const [ferry] = stories
  assert.ok(ferry)
  return ['one', 'two', 'three', 'four'].map((slug) => ({ ...ferry, slug, door: 'metered' }))
}
const pathOf = (story: string) => href(addresses.story, { locale: 'nl', ...nightFerry, story })

describe('the meter of strangers, where the operator gives them one', () => {
  it('counts in their browser, and shows nobody else what it opened', async () => {
    await using stand = await openGoldStand(metered())
    const rules = { ...stand.access.rules, strangers: 2 }
    const needs = { ...stand.stand.needs, access: { ...stand.access, rules } }
    const app = createApp(needs)
    let cookie = ''
    const read = async (slug: string) => {
      const answer = await app.request(pathOf(slug), { headers: { cookie } })
      const [set] = answer.headers.getSetCookie()
      if (set !== undefined) cookie = set.split(';')[0] ?? ''
      assert.equal(answer.headers.get('cache-control'), 'private, no-store')
      return (await answer.text()).includes(canary)
    }
    assert.deepEqual([await read('one'), await read('one'), await read('two')], [true, true, true])
    assert.match(cookie, /^__Host-meter=/)
    assert.equal(await read('three'), false)
    assert.equal(await read('one'), true)
    cookie = cookie.replace('.', '.x')
    assert.equal(await read('three'), true, 'a changed cookie is none: the neighbourhood is capped')
    const head = await app.request(pathOf('four'), { method: 'HEAD' })
    assert.deepEqual(head.headers.getSetCookie(), [])
  })
})

describe('a story for one reader', () => {
  it('opens with a trial, at the place where its lead ended, and is kept by nobody', async () => {
    await using stand = await openGoldStand()
    const ana = await stand.reader()
    const shut = await (await ana.get(inDutch)).text()
    assert.ok(!shut.includes(canary))
    assert.match(shut, /<form method="post" action="\/nl\/plans\/trial">/)
    assert.match(wordsOf(shut), /Begin je nu, dan stopt hij op 3 juni 2025/)
    assert.doesNotMatch(shut, /Al abonnee\?/)

    const begun = await ana.post('/nl/plans/trial', { plan: 'GOLD', return: back })
    assert.deepEqual([begun.status, begun.headers.get('location')], [303, back])
    const open = await ana.get(inDutch)
    const page = await open.text()
    assert.match(page, /<span id="rest"><\/span>.*ferry/s)
    assert.ok(page.includes(canary))
    assert.match(wordsOf(page), /Je leest het hele artikel met je gratis proefperiode\./)
    assert.equal(open.headers.get('cache-control'), 'private, no-store')
    assert.equal(open.headers.get('etag'), null)
    const stranger = await (await stand.visit(inDutch)).text()
    assert.ok(!stranger.includes(canary))
  })

  it('says when the trial ended, offers no second one, and still the other ways in', async () => {
    await using stand = await openGoldStand()
    const ana = await stand.reader()
    await ana.post('/nl/plans/trial', { plan: 'GOLD' })
    stand.wait({ hours: 15 * 24 })
    const again = await stand.reader()
    const page = await (await again.get(inDutch)).text()
    assert.ok(!page.includes(canary))
    const words = wordsOf(page)
    assert.match(words, /is op 3 juni 2025 vanzelf gestopt en heeft je niets gekost/)
    assert.doesNotMatch(page, /<form method="post" action="\/nl\/plans\/trial">/)
    assert.match(words, /Je kunt hier niet voor GOLD betalen/)
    assert.doesNotMatch(words, /€/)
    assert.match(words, /Een tegoedbon inwisselen/)
  })

  it('counts on the meter by a visit alone, and says how many are left and until when', async () => {
    await using stand = await openGoldStand(metered())
    const ana = await stand.reader()
    await ana.head(pathOf('one'))
    const ahead = await (await ana.get(pathOf('one'), { 'sec-purpose': 'prefetch' })).text()
    assert.ok(!ahead.includes(canary))
    assert.match(wordsOf(ahead), /Open dit artikel/)
    for (const slug of ['one', 'one', 'two']) await ana.get(pathOf(slug))
    const third = await (await ana.get(pathOf('three'))).text()
    assert.ok(third.includes(canary))
    assert.match(wordsOf(third), /Je leest dit artikel gratis: 3 van je 3 deze maand\./)
    const spent = await (await ana.get(pathOf('four'))).text()
    assert.ok(!spent.includes(canary))
    assert.match(wordsOf(spent), /vanaf 1 juni 2025 kun je weer gratis artikelen openen/)
    assert.ok((await (await ana.get(pathOf('one'))).text()).includes(canary))
  })
})
