import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  makeVouchers,
  redeemVoucher,
  type SubscriptionEvent,
  standingOf,
  startTrial,
} from '#access'
import type { Database } from '../database.ts'
import { noon } from '../tide.fixture.ts'
import { grantBook } from './grants.ts'
import { noticeBook, receiptBook } from './notices.ts'
import { planBook } from './plans.ts'
import { rightsReader } from './rights.ts'
import { subscriptionBook } from './subscriptions.ts'
import { voucherBook } from './vouchers.ts'

const zone = 'Europe/Amsterdam'
const price = { minor: 999, currency: 'EUR' }
const days = (count: number) => noon.add({ hours: 24 * count })

/** What subscriptions, trials and vouchers promise, kept by every engine. */
export function subscriptionsContract(engine: string, open: () => Promise<Database>) {
  const withGold = async (database: Database, at = noon) => {
    const draft = { name: 'GOLD', scope: { what: 'stand' }, trialDays: 14, seats: 5 } as const
    const added = await planBook(database).add(draft, noon)
    assert.ok(added.ok)
    const clock = () => at
    const plans = planBook(database)
    const subscriptions = subscriptionBook(database, zone)
    const vouchers = voucherBook(database, zone)
    const planId = added.value.id
    const trial = (readerId: string, mark: string) =>
      startTrial({ plans, subscriptions, zone, clock }, { readerId, planId, mark })
    const redeem = (readerId: string, text: string) =>
      redeemVoucher({ vouchers, mayTry: async () => true, clock }, { readerId, text })
    return { planId, subscriptions, vouchers, clock, trial, redeem }
  }
  const noticesIn = async (database: Database) =>
    (await noticeBook(database).waiting(99)).map(({ kind }) => kind)

  describe(`subscriptions on ${engine}`, { timeout: 60_000 }, () => {
    it('begin with one trial for a reader, and for an address that came back', async () => {
      await using database = await open()
      const { trial } = await withGold(database)
      const tabs = await Promise.all([trial('ana', 'mark'), trial('ana', 'mark')])
      assert.deepEqual(tabs.map(({ ok }) => ok).sort(), [false, true])
      assert.deepEqual(await trial('ana', 'another'), { ok: false, reason: 'trial-taken' })
      assert.deepEqual(await trial('ana again', 'mark'), { ok: false, reason: 'trial-taken' })
      assert.equal((await trial('bo', 'mark of bo')).ok, true)
      const [right] = await rightsReader(database).of('ana', 'any', noon)
      assert.deepEqual([right?.from, right?.opens], ['trial', { what: 'stand' }])
      assert.deepEqual(await noticesIn(database), ['trial-started', 'trial-started'])
    })

    it('offer no trial to who had the plan, and none of a plan without one', async () => {
      await using database = await open()
      const { planId, subscriptions, trial } = await withGold(database)
      const voucher = { kind: 'voucher', at: noon, key: 'v', months: 1 } as const
      await subscriptions.tell({ readerId: 'ana', planId }, voucher)
      assert.deepEqual(await trial('ana', 'mark'), { ok: false, reason: 'has-plan' })
      await planBook(database).retire(planId, noon)
      assert.deepEqual(await trial('bo', 'mark'), { ok: false, reason: 'not-offered' })
    })

    it('come back from storage as they were, to the last moment', async () => {
      await using database = await open()
      const { planId, subscriptions } = await withGold(database)
      const whose = { readerId: 'ana', planId }
      const exact = Temporal.Instant.from('2031-04-02T12:00:00.123456789Z')
      await subscriptions.tell(whose, { kind: 'trial', at: noon, until: days(14) })
      const term = { key: 'i1', paidAt: exact, since: exact, until: days(30), amount: price }
      const back = { refunded: 999, refundedAt: exact }
      const facts = { ref: 'c1', customer: 'cus', per: 'month', price, renews: true } as const
      const more = { over: false, failingSince: exact, nextChargeAt: days(30) }
      const contract = { ...facts, ...more, terms: [{ ...term, ...back }] }
      const told = await subscriptions.tell(whose, { kind: 'seen', at: noon, ask: 1, contract })
      const kept = await subscriptions.byId(told.subscription.id)
      assert.equal(JSON.stringify(kept), JSON.stringify(told.subscription))
      assert.ok(kept?.contract?.failingSince?.equals(exact))
      assert.ok(kept?.terms[0]?.refundedAt?.equals(exact))
    })

    it('do everything once, however often and at once they are told', async () => {
      await using database = await open()
      const { planId, subscriptions } = await withGold(database)
      const payment = { key: 'p1', paidAt: noon, amount: price, refunded: 0, refundedAt: null }
      const event: SubscriptionEvent = { kind: 'paid', at: noon, payment, per: 'month' }
      const whose = { readerId: 'ana', planId }
      await Promise.all(Array.from({ length: 20 }, () => subscriptions.tell(whose, event)))
      assert.equal((await subscriptions.of('ana')).length, 1)
      assert.equal((await grantBook(database).of('ana')).length, 1)
      const [receipt, ...more] = await receiptBook(database).of('ana')
      assert.deepEqual([receipt?.label, receipt?.amount, more], ['GOLD', price, []])
      assert.deepEqual(await noticesIn(database), ['bought'])
    })

    it('wake by the clock when something is due, and then sleep again', async () => {
      await using database = await open()
      const { planId, subscriptions, trial } = await withGold(database)
      await trial('ana', 'mark')
      const whose = { readerId: 'ana', planId }
      assert.deepEqual(await subscriptions.due(days(10), 9), [])
      assert.deepEqual(await subscriptions.due(days(11), 9), [whose])
      await subscriptions.tell(whose, { kind: 'time', at: days(11) })
      assert.deepEqual(await subscriptions.due(days(12), 9), [])
      const ended = await subscriptions.tell(whose, { kind: 'time', at: days(15) })
      assert.equal(standingOf(ended.subscription, days(15), zone).state, 'ended')
      assert.deepEqual(await subscriptions.due(days(99), 9), [])
      assert.deepEqual(await noticesIn(database), ['trial-started', 'trial-ending', 'trial-ended'])
    })
  })

  describe(`notices on ${engine}`, { timeout: 60_000 }, () => {
    it('are handed on once', async () => {
      await using database = await open()
      const { trial } = await withGold(database)
      await trial('ana', 'mark')
      const book = noticeBook(database)
      const [notice] = await book.waiting(9)
      assert.ok(notice)
      assert.equal(notice.facts.plan, 'GOLD')
      const both = await Promise.all([book.handed(notice.key, noon), book.handed(notice.key, noon)])
      assert.deepEqual(both.sort(), [false, true])
      assert.deepEqual(await book.waiting(9), [])
    })
  })

  describe(`vouchers on ${engine}`, { timeout: 60_000 }, () => {
    it('are redeemed once, by one of many who try', async () => {
      await using database = await open()
      const { planId, vouchers, clock, redeem } = await withGold(database)
      const draft = { planId, months: 12, batch: 'library', until: null }
      const [code = ''] = await makeVouchers({ vouchers, clock }, draft, 3)
      const tries = Array.from({ length: 10 }, (_, one) => redeem(`reader ${one}`, code))
      const done = await Promise.all(tries)
      const [redeemed, ...more] = done.filter(({ ok }) => ok)
      assert.ok(redeemed?.ok && more.length === 0)
      assert.deepEqual([redeemed.value.plan.name, redeemed.value.months], ['GOLD', 12])
      assert.equal(done.filter((one) => !one.ok && one.reason === 'used').length, 9)
      const [batch] = await vouchers.batches()
      assert.deepEqual([batch?.made, batch?.redeemed, batch?.plan], [3, 1, 'GOLD'])
    })

    it('open the plan, and follow one another', async () => {
      await using database = await open()
      const { planId, vouchers, clock, redeem } = await withGold(database)
      const draft = { planId, months: 1, batch: '', until: null }
      for (const code of await makeVouchers({ vouchers, clock }, draft, 2)) {
        assert.ok((await redeem('ana', code)).ok)
      }
      const rights = await rightsReader(database).of('ana', 'any', noon)
      const ends = rights.map(({ from, until }) => `${from} ${until}`).sort()
      assert.deepEqual(ends, ['voucher 2031-05-02T12:00:00Z', 'voucher 2031-06-02T12:00:00Z'])
    })

    it('say why they cannot be redeemed', async () => {
      await using database = await open()
      const { planId, vouchers, clock, redeem } = await withGold(database)
      const draft = { planId, months: 1, batch: '' }
      const [late = ''] = await makeVouchers({ vouchers, clock }, { ...draft, until: noon }, 1)
      const [good = ''] = await makeVouchers({ vouchers, clock }, { ...draft, until: null }, 1)
      const mistyped = `${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`
      const why = async (text: string) => {
        const done = await redeem('ana', text)
        return done.ok ? '' : done.reason
      }
      assert.equal(await why(late), 'expired')
      assert.equal(await why(mistyped), 'not-a-code')
      assert.equal(await why('0000-0000-0000-0000-00'), 'unknown')
      const mayTry = async () => false
      const slow = { readerId: 'ana', text: good }
      const tired = await redeemVoucher({ vouchers, mayTry, clock }, slow)
      assert.deepEqual(tired, { ok: false, reason: 'too-many-tries' })
    })

    it('are not spent on a reader who pays for the same again and again', async () => {
      await using database = await open()
      const { planId, subscriptions, vouchers, clock, redeem } = await withGold(database)
      const facts = { ref: 'c1', customer: 'cus', per: 'month', price, renews: true } as const
      const contract = { ...facts, over: false, failingSince: null, nextChargeAt: null, terms: [] }
      const whose = { readerId: 'ana', planId }
      await subscriptions.tell(whose, { kind: 'seen', at: noon, ask: 1, contract })
      const draft = { planId, months: 1, batch: '', until: null }
      const [code = ''] = await makeVouchers({ vouchers, clock }, draft, 1)
      assert.deepEqual(await redeem('ana', code), { ok: false, reason: 'renewing' })
      assert.ok((await redeem('bo', code)).ok)
    })
  })
}
