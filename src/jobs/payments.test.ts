import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import {
  openCheckouts,
  performTasks,
  receiveEvent,
  settle,
  settleCheckout,
  settleEvents,
  standingOf,
  tellTime,
  type WorkNeeds,
} from '#access'
import { openStripe } from '#outside'
import {
  checkoutBook,
  editionPrices,
  migrate,
  noticeBook,
  openSqlite,
  paymentLog,
  planBook,
  purchaseBook,
  receiptBook,
  rightsReader,
  subscriptionBook,
  taskBook,
} from '#storage'
import { openStandIn, webhookSecret } from '../outside/stripe/stand-in.fixture.ts'
import { paymentTasks } from './payments.ts'

const zone = 'UTC'
const start = Temporal.Instant.from('2031-04-02T12:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'kiosk-payments-'))
after(() => rmSync(folder, { recursive: true }))
let count = 0

/** A stand with GOLD at EUR 9.99 a month and a provider, both in the hands of the test. */
async function openShop() {
  await using opened = new AsyncDisposableStack()
  count += 1
  const database = opened.use(openSqlite(join(folder, `${count}.db`)))
  await migrate(database)
  const there = opened.use(await openStandIn(start))
  const clock = () => there.books.now
  const plans = planBook(database)
  const gold = await plans.add(
    { name: 'GOLD', scope: { what: 'stand' }, trialDays: 14, seats: 5 },
    start,
  )
  assert.ok(gold.ok)
  const price = { minor: 999, currency: 'EUR' }
  const month = await plans.setPrice(gold.value.id, { per: 'month', price }, start)
  const payments = await openStripe({ secretKey: 'sk_test', webhookSecret, at: there.address })
  const subscriptions = subscriptionBook(database, zone)
  const reported: string[] = []
  const needs: WorkNeeds = {
    payments,
    subscriptions,
    checkouts: checkoutBook(database),
    purchases: purchaseBook(database),
    log: paymentLog(database),
    tasks: taskBook(database),
    clock,
    report: (error) => void reported.push(String(error)),
  }
  const checkouts = openCheckouts({
    ...{ plans, editionPrices: editionPrices(database), subscriptions, payments, clock },
    checkouts: needs.checkouts,
  })
  const kept = opened.move()
  const shop = {
    ...{ database, there, needs, reported, plans, month, planId: gold.value.id, kept },
    begin: (renews = true, readerId = 'ana') =>
      checkouts.begin({
        readerId,
        choice: { what: 'plan', priceId: month.id, renews },
        paidUrl: new URL('https://stand.example/paid'),
        leftUrl: new URL('https://stand.example/left'),
        language: 'en',
      }),
    /** Delivers every event of the provider so many times, and works them off. */
    async hear(times = 1) {
      for (const { id } of there.books.events) {
        const { body, signature } = there.signed(id)
        for (let time = 0; time < times; time += 1) {
          assert.ok((await receiveEvent(needs, Buffer.from(body), signature)).ok)
        }
      }
      await shop.work()
    },
    async work() {
      while ((await settleEvents(needs)) + (await performTasks(needs)) > 0);
    },
    async buy(renews = true) {
      const begun = await shop.begin(renews)
      assert.ok(begun.ok && begun.value.page)
      const bought = there.pay(begun.value.page.session)
      await shop.hear()
      return bought
    },
    async state(readerId = 'ana') {
      const [one] = await subscriptions.of(readerId)
      return one === undefined ? 'none' : standingOf(one, clock(), zone).state
    },
    async isOpen(readerId = 'ana') {
      const rights = await rightsReader(database).of(readerId, 'any', clock())
      const now = clock()
      return rights.some(
        ({ since, until }) =>
          Temporal.Instant.compare(since, now) <= 0 &&
          (until === null || Temporal.Instant.compare(now, until) < 0),
      )
    },
    tick: () =>
      tellTime({
        subscriptions,
        clock,
        ask: (ref) => settle(needs, { what: 'contract', id: ref }),
      }),
    async tell(renews: boolean) {
      const event = { kind: 'renewal', at: clock(), renews } as const
      await subscriptions.tell({ readerId: 'ana', planId: gold.value.id }, event)
    },
    async told() {
      return (await noticeBook(database).waiting(99)).map(({ kind }) => kind).sort()
    },
    async receipts() {
      const all = await receiptBook(database).of('ana')
      return all.map(({ what, amount }) => `${what} ${amount.minor}`).sort()
    },
    wait(hours: number) {
      there.books.now = clock().add({ hours })
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
  return shop
}

describe('a subscription by Stripe', { timeout: 120_000 }, () => {
  it('opens when it is paid, and has each effect once however often it is told', async () => {
    await using shop = await openShop()
    await shop.buy()
    await shop.hear(5)
    assert.equal(await shop.isOpen(), true)
    assert.equal(await shop.state(), 'active')
    assert.deepEqual(await shop.receipts(), ['paid 999'])
    assert.deepEqual(await shop.told(), ['bought'])
  })

  it('is there when the reader comes back, before any message', async () => {
    await using shop = await openShop()
    const begun = await shop.begin()
    assert.ok(begun.ok && begun.value.page)
    shop.there.pay(begun.value.page.session)
    const strange = { id: begun.value.id, readerId: 'bo' }
    assert.deepEqual(await settleCheckout(shop.needs, strange), { ok: true, value: 'not-ours' })
    await settleCheckout(shop.needs, begun.value)
    assert.equal(await shop.isOpen(), true)
  })

  it('is as it was while a bank disputes its payment, which the log tells of, and when it is won', async () => {
    await using shop = await openShop()
    await shop.buy()
    const [payment = ''] = shop.there.books.invoices.keys()
    const dispute = shop.there.dispute(payment)
    await shop.hear(2)
    assert.deepEqual([await shop.state(), await shop.told()], ['active', ['bought']])
    assert.deepEqual(shop.reported, [
      `DisputeError: A payment is disputed (${dispute}): answer at the payment provider before its deadline`,
    ])
    shop.there.closeDispute(dispute, 'won')
    await shop.hear(2)
    assert.deepEqual([await shop.state(), await shop.told()], ['active', ['bought']])
    assert.equal(shop.reported.length, 1)
  })

  it('ends at once when the dispute is lost, is not charged again, and is told of once', async () => {
    await using shop = await openShop()
    const ref = await shop.buy()
    shop.wait(32 * 24)
    shop.there.renew(ref)
    await shop.hear()
    const dispute = shop.there.dispute([...shop.there.books.invoices.keys()].at(-1) ?? '')
    shop.wait(24)
    shop.there.closeDispute(dispute, 'lost')
    await shop.hear(3)
    assert.deepEqual([await shop.isOpen(), await shop.state()], [false, 'ended'])
    assert.equal(shop.there.books.subscriptions.get(ref)?.status, 'canceled')
    assert.deepEqual(await shop.receipts(), ['paid 999', 'paid 999', 'refunded 999'])
    shop.wait(40 * 24)
    await shop.tick()
    await shop.hear()
    assert.deepEqual(await shop.told(), ['bought', 'disputed', 'renewed'])
  })

  it('is one, though a hundred clicks and another choice come at once', async () => {
    await using shop = await openShop()
    const begun = await Promise.all(Array.from({ length: 100 }, () => shop.begin()))
    const sessions = new Set(begun.map((one) => one.ok && one.value.page?.session))
    assert.equal(sessions.size, 1)
    const once = await shop.begin(false)
    assert.ok(once.ok && once.value.page)
    const states = [...shop.there.books.sessions.values()].map(({ status }) => status)
    assert.deepEqual(states, ['expired', 'open'])
    shop.there.pay(once.value.page.session)
    await shop.hear()
    assert.equal(await shop.state(), 'ending')
  })

  it('is not begun beside one that goes on by itself', async () => {
    await using shop = await openShop()
    await shop.buy()
    assert.deepEqual(await shop.begin(), { ok: false, reason: 'has-it' })
    assert.ok((await shop.begin(true, 'bo')).ok)
  })

  it('is charged after a trial that the reader still has', async () => {
    await using shop = await openShop()
    const whose = { readerId: 'ana', planId: shop.planId }
    const until = start.add({ hours: 14 * 24 })
    await shop.needs.subscriptions.tell(whose, { kind: 'trial', at: start, until })
    const ref = await shop.buy()
    const subscription = shop.there.books.subscriptions.get(ref)
    assert.equal(subscription?.status, 'trialing')
    assert.equal(subscription.items.data[0].current_period_end * 1000, until.epochMilliseconds)
    assert.deepEqual(await shop.told(), ['subscribed', 'trial-started'])
    assert.deepEqual(await shop.receipts(), [])
    shop.wait(14 * 24 + 1)
    shop.there.renew(ref)
    await shop.hear()
    assert.equal(await shop.state(), 'active')
  })

  it('is cancelled here at once and there as soon as it can be reached', async () => {
    await using shop = await openShop()
    const ref = await shop.buy()
    shop.there.down = true
    await shop.tell(false)
    await performTasks(shop.needs)
    assert.equal(await shop.state(), 'ending')
    assert.equal(shop.there.books.subscriptions.get(ref)?.cancel_at_period_end, false)
    shop.there.down = false
    shop.wait(1)
    await shop.work()
    assert.equal(shop.there.books.subscriptions.get(ref)?.cancel_at_period_end, true)
    assert.equal(await shop.state(), 'ending')
    assert.equal(await shop.isOpen(), true)
    shop.wait(24 * 31)
    await shop.tick()
    assert.equal(await shop.isOpen(), false)
    assert.deepEqual(await shop.told(), ['bought', 'ended', 'renewal-off'])
  })

  it('stays open for some days when a renewal fails, and shuts then', async () => {
    await using shop = await openShop()
    const ref = await shop.buy()
    shop.wait(24 * 31)
    shop.there.failRenewal(ref)
    await shop.hear()
    assert.deepEqual([await shop.state(), await shop.isOpen()], ['grace', true])
    assert.ok((await shop.told()).includes('payment-failed'))
    shop.wait(24 * 7)
    await shop.tick()
    assert.deepEqual([await shop.state(), await shop.isOpen()], ['ended', false])
  })

  it('shuts at once when it is paid back whole in the pages of the provider', async () => {
    await using shop = await openShop()
    await shop.buy()
    const [invoice = ''] = [...shop.there.books.invoices.keys()]
    shop.wait(48)
    shop.there.refund(invoice, 999)
    await shop.hear()
    assert.equal(await shop.isOpen(), false)
    assert.deepEqual(await shop.receipts(), ['paid 999', 'refunded 999'])
  })

  it('is withdrawn from within fourteen days: ended and paid back there, once', async () => {
    await using shop = await openShop()
    const ref = await shop.buy()
    shop.wait(24 * 13)
    const whose = { readerId: 'ana', planId: shop.planId }
    for (const _ of [1, 2, 3]) {
      await shop.needs.subscriptions.tell(whose, { kind: 'withdraw', at: shop.there.books.now })
    }
    assert.equal(await shop.isOpen(), false)
    await shop.work()
    await shop.hear(2)
    const { subscriptions, charges } = shop.there.books
    assert.equal(subscriptions.get(ref)?.status, 'canceled')
    assert.deepEqual(
      [...charges.values()].map(({ amount_refunded }) => amount_refunded),
      [999],
    )
    assert.deepEqual(await shop.receipts(), ['paid 999', 'refunded 999'])
    assert.deepEqual(await shop.told(), ['bought', 'refunded', 'withdrawn'])
  })

  it('is found when every message was lost', async () => {
    await using shop = await openShop()
    const begun = await shop.begin()
    assert.ok(begun.ok && begun.value.page)
    shop.there.pay(begun.value.page.session)
    const [, , lost] = paymentTasks(shop.needs)
    await lost?.round(new AbortController().signal)
    await shop.work()
    assert.equal(await shop.isOpen(), true)
  })

  it('asks by itself when a renewal should have come', async () => {
    await using shop = await openShop()
    const ref = await shop.buy()
    shop.wait(24 * 30 + 4)
    shop.there.renew(ref)
    await shop.tick()
    assert.equal((await shop.receipts()).length, 2)
    assert.equal(await shop.state(), 'active')
  })

  it('tells the reader that nothing was done when the provider is down', async () => {
    await using shop = await openShop()
    shop.there.down = true
    assert.deepEqual(await shop.begin(), { ok: false, reason: 'unreachable' })
    assert.equal(await shop.isOpen(), false)
    shop.there.down = false
    assert.ok((await shop.begin()).ok)
  })

  it('does not let one event that cannot be understood hold up the others', async () => {
    await using shop = await openShop()
    await shop.needs.log.record(
      { id: 'evt_0', kind: 'x', about: { what: 'contract', id: 'sub_bad' }, madeAt: start },
      start,
    )
    const broken = { id: 'sub_bad', metadata: { checkout: 'c' }, items: { data: [] } }
    shop.there.books.subscriptions.set('sub_bad', broken as never)
    await shop.buy()
    assert.equal(await shop.isOpen(), true)
    assert.match(shop.reported.join(), /sub_bad/)
  })
})
