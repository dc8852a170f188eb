import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { standingOf } from '#access'
import { addresses, href } from '../../addresses.ts'
import { openGoldStand } from '../../gold.fixture.ts'
import { nightFerry } from '../../visit.fixture.ts'

const trial = '/nl/plans/trial'
const voucher = '/nl/plans/voucher'
const back = `${href(addresses.story, { locale: 'nl', ...nightFerry })}#rest`
const asked = `${trial}?${new URLSearchParams({ plan: 'GOLD', return: back })}`

describe('the trial', () => {
  it('leads a stranger through signing in and back, and begins nothing on the way', async () => {
    await using stand = await openGoldStand()
    const answer = await stand.visit(asked)
    assert.equal(answer.status, 303)
    const to = `/nl/sign-in?${new URLSearchParams({ return: asked })}`
    assert.equal(answer.headers.get('location'), to)
    const ana = await stand.reader()
    const page = await (await ana.get(asked)).text()
    assert.match(page, /Je bent ingelogd als ana@saltmere\.example\./)
    assert.match(page, /<input type="hidden" name="return" value="[^"]+#rest">/)
    assert.deepEqual(await stand.access.subscriptions.of(ana.id), [])
  })

  it('begins once, however often it is pressed, and never a second time', async () => {
    await using stand = await openGoldStand()
    const ana = await stand.reader()
    const press = () => ana.post(trial, { plan: 'GOLD', return: back })
    const answers = await Promise.all([press(), press(), press()])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303, 303],
    )
    assert.equal((await stand.access.subscriptions.of(ana.id)).length, 1)
    stand.wait({ hours: 15 * 24 })
    const later = await (await stand.reader()).post(trial, { plan: 'GOLD', return: back })
    assert.equal(later.status, 409)
    assert.match(await later.text(), /die heb je gehad|al, of hebt het gehad/)
  })

  it('is promised to nobody who had one, and leads who is on it back to the story', async () => {
    await using stand = await openGoldStand()
    const ana = await stand.reader()
    await ana.post(trial, { plan: 'GOLD', return: back })
    const running = await ana.get(asked)
    assert.deepEqual([running.status, running.headers.get('location')], [303, back])
    stand.wait({ hours: 15 * 24 })
    const over = await (await stand.reader()).get(asked)
    assert.equal(over.status, 409)
    const page = await over.text()
    assert.match(page, /één gratis proefperiode, en die heb je gehad/)
    assert.doesNotMatch(page, /Begin je nu/)
    const ben = await stand.reader('ben@saltmere.example')
    await ben.post(voucher, { code: await stand.voucher(1) })
    assert.match(await (await ben.get(asked)).text(), /Je hebt dit abonnement al/)
  })

  it('goes back to paths of this stand only, and is of a plan that can be tried', async () => {
    await using stand = await openGoldStand()
    const ana = await stand.reader()
    const plated = await ana.post(trial, { plan: 'SILVER' })
    assert.equal(plated.status, 409)
    const elsewhere = await ana.post(trial, { plan: 'GOLD', return: '//elsewhere.example' })
    assert.equal(elsewhere.headers.get('location'), '/nl/account')
  })
})

describe('a voucher', () => {
  it('gives the plan for its months, and leads on', async () => {
    await using stand = await openGoldStand()
    const ana = await stand.reader()
    const code = await stand.voucher(12)
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `
    const answer = await ana.post(voucher, { code: typed, return: back })
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, back])
    const [gold] = await stand.access.subscriptions.of(ana.id)
    assert.ok(gold)
    const { state, until } = standingOf(gold, stand.stand.needs.clock(), 'Europe/Amsterdam')
    assert.deepEqual([state, String(until).slice(0, 10)], ['ending', '2026-05-20'])
    const again = await ana.post(voucher, { code })
    assert.equal(again.status, 422)
    assert.match(await again.text(), /al ingewisseld/)
  })

  it('says what is wrong with a code beside it, and keeps what was typed', async () => {
    await using stand = await openGoldStand()
    const ana = await stand.reader()
    const page = await (await ana.post(voucher, { code: 'my "gift"', return: back })).text()
    assert.match(page, /value="my &quot;gift&quot;" aria-describedby="field-code-error"/)
    assert.match(page, /id="field-code-error">Dit is geen code van een tegoedbon/)
    assert.match(page, /name="return" value="[^"]+#rest"/)
  })

  it('is for readers: a stranger signs in first, and the code stays out of addresses', async () => {
    await using stand = await openGoldStand()
    const headers = { 'sec-fetch-site': 'same-origin' }
    const body = new URLSearchParams({ code: 'HUSH', return: back })
    const answer = await stand.visit(voucher, { method: 'POST', headers, body })
    assert.equal(answer.status, 303)
    assert.match(answer.headers.get('location') ?? '', /^\/nl\/sign-in\?return=/)
    assert.doesNotMatch(answer.headers.get('location') ?? '', /HUSH/)
  })
})

it('neither begins a trial nor redeems a voucher for a form on another site', async () => {
  await using stand = await openGoldStand()
  const ana = await stand.reader()
  const code = await stand.voucher(12)
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
  const one = await ana.post(trial, { plan: 'GOLD' }, foreign)
  const other = await ana.post(voucher, { code }, foreign)
  assert.deepEqual([one.status, other.status], [403, 403])
  assert.deepEqual(await stand.access.subscriptions.of(ana.id), [])
})
