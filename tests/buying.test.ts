import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openCheckouts, performTasks, settleEvents } from '#access'
import { openStripe } from '#outside'
import {
  checkoutBook,
  editionPrices,
  paymentLog,
  planBook,
  purchaseBook,
  subscriptionBook,
  taskBook,
} from '#storage'
import { addresses, href } from '#web'
import { openStandIn, type StandIn, webhookSecret } from '../src/outside/stripe/stand-in.fixture.ts'
import { openGoldStand } from '../src/web/gold.fixture.ts'
import { nightFerry } from '../src/web/visit.fixture.ts'

const zone = 'Europe/Amsterdam'
const start = Temporal.Instant.from('2025-05-20T10:00:00Z')
const wordsOf = async (answer: Response) =>
  (await answer.text())
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replaceAll('\u00a0', ' ')

let stripe: StandIn
before(async () => {
  stripe = await openStandIn(start)
})
after(() => stripe[Symbol.asyncDispose]())

/** A stand that takes money through the stand-in, and what its timetable would do. */
async function sellingStand() {
  const payments = await openStripe({ secretKey: 'sk_test_x', webhookSecret, at: stripe.address })
  let work = async () => {}
  const stand = await openGoldStand(undefined, (database, { clock }) => {
    const books = {
      plans: planBook(database),
      subscriptions: subscriptionBook(database, zone),
      editionPrices: editionPrices(database),
    }
    const checkouts = checkoutBook(database)
    const { begin } = openCheckouts({ ...books, checkouts, payments, clock })
    const log = paymentLog(database)
    const purchases = purchaseBook(database)
    const { subscriptions } = books
    const shop = { payments, checkouts, begin, subscriptions, purchases, log, clock }
    const needs = {
      ...shop,
      tasks: taskBook(database),
      report: (error: unknown) => assert.fail(String(error)),
    }
    work = async () => {
      await settleEvents(needs)
      await performTasks(needs)
      await settleEvents(needs)
    }
    return shop
  })
  const [offer] = stand.access.offers()
  assert.ok(offer)
  return { ...stand, price: offer.priceId, work: () => work() }
}

const buy = '/nl/plans/buy'
const sessionOf = (answer: Response) => /cs_[\w]+/.exec(answer.headers.get('location') ?? '')?.[0]

describe('buying', () => {
  it('says everything beforehand, pays elsewhere, and is open when the reader is back', async () => {
    await using stand = await sellingStand()
    const ana = await stand.reader()
    const page = await wordsOf(await ana.get(`${buy}?price=${stand.price}&return=/nl`))
    for (const sentence of [
      'stopt vanzelf op 20 juni 2025',
      '€ 9,99 per maand, steeds weer tot je opzegt. Begin je nu, dan is de volgende afschrijving op 20 juni 2025.',
      'Je kunt tot en met 3 juni 2025 herroepen',
    ]) {
      assert.ok(page.includes(sentence), sentence)
    }
    const fields = { price: stand.price, renews: 'yes', return: '/nl' }
    const begun = await ana.post(buy, fields)
    assert.equal(begun.status, 303)
    const again = await ana.post(buy, fields)
    assert.equal(sessionOf(again), sessionOf(begun))
    stripe.pay(sessionOf(begun) ?? '')
    const [cookie = ''] = begun.headers.getSetCookie()
    const paid = { cookie: `${ana.cookie}; ${cookie.split(';')[0]}` }
    const back = await ana.get('/nl/plans/bought?return=/nl', paid)
    assert.equal(back.headers.get('location'), '/nl')
    const account = await wordsOf(await ana.get('/nl/account'))
    assert.match(account, /De volgende afschrijving is € 9,99, op 20 juni 2025/)
    assert.match(account, /Kaarten en facturen/)
  })

  it('begins at the wall for who can try nothing any more, and comes back to its end', async () => {
    await using stand = await sellingStand()
    const dora = await stand.reader('dora@saltmere.example')
    const story = href(addresses.story, { locale: 'nl', ...nightFerry })
    await dora.post('/nl/plans/trial', { plan: 'GOLD' })
    stand.wait({ hours: 15 * 24 })
    const wall = await (await (await stand.reader('dora@saltmere.example')).get(story)).text()
    const asked = new URLSearchParams({ price: stand.price, return: `${story}#rest` })
    const to = `${buy}?${asked}`.replaceAll('&', '&amp;')
    assert.ok(wall.includes(`<a class="button first" href="${to}"`))
    const stranger = await (await stand.visit(story)).text()
    assert.ok(!stranger.includes(to), 'who may try is offered that first')
  })

  it('keeps what the provider tells, once, and turns away what is not theirs', async () => {
    await using stand = await sellingStand()
    const ana = await stand.reader('bo@saltmere.example')
    const begun = await ana.post(buy, { price: stand.price, renews: 'no' })
    stripe.pay(sessionOf(begun) ?? '')
    const event = stripe.books.events.at(-1)
    assert.ok(event)
    const { body, signature } = stripe.signed(event.id, stand.stand.needs.clock())
    const tell = (text: string, signed: string) =>
      stand.visit('/payments/stripe', {
        method: 'POST',
        headers: { 'stripe-signature': signed, 'content-type': 'application/json' },
        body: text,
      })
    const answers = await Promise.all([tell(body, signature), tell(body, signature)])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    )
    const late = stripe.signed(event.id, stand.stand.needs.clock().subtract({ minutes: 6 }))
    const ahead = stripe.signed(event.id, stand.stand.needs.clock().add({ minutes: 2 }))
    for (const [text, signed] of [
      [`${body} `, signature],
      [body, ''],
      [late.body, late.signature],
      [ahead.body, ahead.signature],
    ] as const) {
      assert.equal((await tell(text, signed)).status, 400)
    }
    const reported = stand.stand.reported.join('\n')
    assert.match(reported, /PaymentMessageError: badly-signed/)
    assert.ok(!reported.includes(signature) && !reported.includes('cs_'))
    await stand.work()
    assert.match(
      await wordsOf(await ana.get('/nl/account')),
      /GOLD is voor je open tot 20 juni 2025/,
    )
  })

  it('says what happened and what did not when the provider is down', async () => {
    await using stand = await sellingStand()
    const ana = await stand.reader('cem@saltmere.example')
    stripe.down = true
    const answer = await ana.post(buy, { price: stand.price, renews: 'yes' })
    stripe.down = false
    assert.equal(answer.status, 502)
    assert.match(await wordsOf(answer), /antwoordt op dit moment niet\. Er is niets afgeschreven/)
    const later = await ana.post(buy, { price: stand.price, renews: 'yes' })
    assert.equal(later.status, 303)
  })

  it('says of VAT what whoever runs the stand says, before anybody pays or tries', async () => {
    await using stand = await sellingStand()
    const ana = await stand.reader()
    const asked = [`${buy}?price=${stand.price}`, '/nl/plans/trial?plan=GOLD']
    const timesOn = async (path: string) =>
      (await wordsOf(await ana.get(path))).split('De prijzen zijn inclusief btw.').length - 1
    for (const path of asked) assert.equal(await timesOn(path), 0, path)
    Object.assign(stand.stand.needs.settings, { vat: 'included' })
    for (const path of asked) assert.equal(await timesOn(path), 1, path)
  })

  it('is offered on the page of plans only where it can be done', async () => {
    await using stand = await sellingStand()
    const page = await (await stand.visit('/nl/plans')).text()
    assert.ok(page.includes(`/nl/plans/buy?price=${stand.price}`))
    assert.doesNotMatch(page, /Online betalen kan/)
    await using poor = await openGoldStand()
    const plain = await (await poor.visit('/nl/plans')).text()
    assert.match(plain, /Online betalen kan/)
    assert.doesNotMatch(plain, /plans\/buy/)
    assert.equal((await poor.visit('/payments/stripe', { method: 'POST' })).status, 404)
  })
})
