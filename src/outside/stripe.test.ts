import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CheckoutAsk } from '#access'
import { openStandIn, type StandIn, webhookSecret } from './stripe/stand-in.fixture.ts'
import { openStripe } from './stripe.ts'

const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')
const ask: CheckoutAsk = {
  checkoutId: 'c1',
  key: 'checkout-c1',
  label: 'GOLD',
  price: { minor: 999, currency: 'EUR' },
  every: 'month',
  firstChargeAt: null,
  customer: null,
  paidUrl: new URL('https://stand.example/en/paid'),
  leftUrl: new URL('https://stand.example/en/plans'),
  language: 'nl',
  until: noon.add({ minutes: 60 }),
}

async function withStripe(
  work: (there: StandIn, payments: ReturnType<typeof openStripe>) => Promise<void>,
) {
  await using there = await openStandIn(noon)
  await work(there, openStripe({ secretKey: 'sk_test_x', webhookSecret, at: there.address }))
}

describe('buying by Stripe', () => {
  it('opens one page for one key, and says what is bought there', () =>
    withStripe(async (there, payments) => {
      const [one, other] = [await payments.begin(ask), await payments.begin(ask)]
      assert.ok(one.ok && other.ok)
      assert.deepEqual(one, other)
      const { wanted, mode } = there.books.sessions.get(one.value.session) ?? {}
      assert.equal(mode, 'subscription')
      assert.equal(wanted?.['line_items[0][price_data][unit_amount]'], '999')
      assert.equal(wanted?.['line_items[0][price_data][recurring][interval]'], 'month')
      assert.equal(wanted?.locale, 'nl')
      assert.equal(wanted?.expires_at, String(noon.epochMilliseconds / 1000 + 3600))
    }))

  it('tells a contract as it is: paid, renewed, cancelled, ended', () =>
    withStripe(async (there, payments) => {
      const begun = await payments.begin(ask)
      assert.ok(begun.ok)
      const about = { what: 'session', id: begun.value.session } as const
      const before = await payments.look(about)
      assert.deepEqual(before.ok && before.value, {
        what: 'unpaid',
        checkoutId: 'c1',
        isOver: false,
      })
      const ref = there.pay(begun.value.session)
      there.renew(ref)
      await payments.setRenewal(ref, false)
      const seen = await payments.look(about)
      assert.ok(seen.ok && seen.value.what === 'contract')
      const { contract } = seen.value
      assert.deepEqual([contract.ref, contract.renews, contract.over], [ref, false, false])
      const spans = contract.terms.map(({ since, until, amount }) => [
        `${since}`,
        `${until}`,
        amount,
      ])
      const price = { minor: 999, currency: 'EUR' }
      assert.deepEqual(spans, [
        ['2031-04-02T12:00:00Z', '2031-05-02T12:00:00Z', price],
        ['2031-05-02T12:00:00Z', '2031-06-02T12:00:00Z', price],
      ])
      assert.ok((await payments.end(ref, 'end')).ok)
      assert.ok((await payments.end(ref, 'end again')).ok)
      const over = await payments.look({ what: 'contract', id: ref })
      assert.ok(over.ok && over.value.what === 'contract' && over.value.contract.over)
    }))

  it('tells of a single payment, and of what was paid back', () =>
    withStripe(async (there, payments) => {
      const begun = await payments.begin({ ...ask, every: null })
      assert.ok(begun.ok)
      const payment = there.pay(begun.value.session)
      const half = { minor: 500, currency: 'EUR' }
      assert.ok((await payments.refund(payment, half, 'refund')).ok)
      assert.ok((await payments.refund(payment, half, 'refund')).ok)
      const charge = { what: 'charge', id: there.books.intents.get(payment)?.latest_charge ?? '' }
      const seen = await payments.look(charge as never)
      assert.ok(seen.ok && seen.value.what === 'payment')
      assert.deepEqual([seen.value.checkoutId, seen.value.payment.refunded], ['c1', 500])
    }))

  it('finds the contract behind a charge, and undoes a contract whole', () =>
    withStripe(async (there, payments) => {
      const begun = await payments.begin(ask)
      assert.ok(begun.ok)
      const ref = there.pay(begun.value.session)
      there.renew(ref)
      assert.ok((await payments.undo(ref, 'undo')).ok)
      assert.ok((await payments.undo(ref, 'undo')).ok)
      const [id = ''] = [...there.books.charges.keys()]
      const seen = await payments.look({ what: 'charge', id })
      assert.ok(seen.ok && seen.value.what === 'contract')
      const { over, terms } = seen.value.contract
      assert.deepEqual([over, terms.map(({ refunded }) => refunded)], [true, [999, 999]])
    }))

  it('tells of what a bank took back only when the dispute is lost, as it is with contracts', () =>
    withStripe(async (there, payments) => {
      const [once, again] = [
        await payments.begin({ ...ask, key: 'once', every: null }),
        await payments.begin(ask),
      ]
      assert.ok(once.ok && again.ok)
      const payment = there.pay(once.value.session)
      there.refund(payment, 300)
      const ref = there.pay(again.value.session)
      const [invoice = ''] = there.books.invoices.keys()
      there.books.now = noon.add({ hours: 24 })
      const disputes = [there.dispute(payment), there.dispute(invoice)]
      there.books.now = noon.add({ hours: 72 })
      const seen = async (id: string) => {
        const found = await payments.look({ what: 'dispute', id })
        if (!found.ok || !('checkoutId' in found.value)) return assert.fail('it is not found')
        if (found.value.what === 'unpaid') return assert.fail('it is paid')
        const one =
          found.value.what === 'payment' ? found.value.payment : found.value.contract.terms[0]
        return [one?.refunded, `${one?.refundedAt}`, `${one?.lostAt}`]
      }
      const [first = '', second = ''] = disputes
      assert.deepEqual(await seen(first), [300, String(noon), 'undefined'])
      assert.deepEqual(await seen(second), [0, 'null', 'undefined'])
      there.closeDispute(first, 'won')
      there.closeDispute(second, 'won')
      assert.deepEqual(await seen(first), [300, String(noon), 'undefined'])
      for (const id of disputes) there.closeDispute(id, 'lost')
      const opened = String(noon.add({ hours: 24 }))
      assert.deepEqual(await seen(first), [999, opened, opened])
      assert.deepEqual(await seen(second), [999, opened, opened])
      assert.ok(ref.startsWith('sub_'))
    }))

  it('says that a renewal failed, since when', () =>
    withStripe(async (there, payments) => {
      const begun = await payments.begin(ask)
      assert.ok(begun.ok)
      const ref = there.pay(begun.value.session)
      there.books.now = noon.add({ hours: 24 * 31 })
      there.failRenewal(ref)
      const seen = await payments.look({ what: 'contract', id: ref })
      assert.ok(seen.ok && seen.value.what === 'contract')
      assert.equal(seen.value.contract.failingSince?.toString(), '2031-05-03T12:00:00Z')
      assert.equal(seen.value.contract.terms.length, 1)
    }))

  it('takes what it did not begin for somebody else’s', () =>
    withStripe(async (_, payments) => {
      const seen = await payments.look({ what: 'contract', id: 'sub_of_another_shop' })
      assert.deepEqual(seen, { ok: true, value: { what: 'nothing' } })
    }))

  it('closes a page that is not paid, and does not close one that is', () =>
    withStripe(async (there, payments) => {
      const one = await payments.begin(ask)
      const other = await payments.begin({ ...ask, key: 'other' })
      assert.ok(one.ok && other.ok)
      there.pay(other.value.session)
      assert.deepEqual(await payments.close(one.value.session), { ok: true, value: 'closed' })
      assert.deepEqual(await payments.close(other.value.session), { ok: true, value: 'paid' })
    }))

  it('says whether asking again can help', () =>
    withStripe(async (there, payments) => {
      there.down = true
      assert.deepEqual(await payments.begin(ask), { ok: false, reason: 'unreachable' })
      there.down = false
      await payments.begin({ ...ask, key: 'k' })
      const changed = await payments.begin({ ...ask, key: 'k', label: 'SILVER' })
      assert.deepEqual(changed, { ok: false, reason: 'refused' })
    }))

  it('leads to the portal of a customer', () =>
    withStripe(async (_, payments) => {
      const portal = await payments.portal('cus_7', ask.leftUrl)
      assert.equal(portal.ok && portal.value.href, 'https://portal.example/cus_7')
    }))

  it('counts crowns of Iceland in hundredths there and whole here', () =>
    withStripe(async (there, payments) => {
      const isk = { minor: 1500, currency: 'ISK' }
      const begun = await payments.begin({ ...ask, every: null, price: isk })
      assert.ok(begun.ok)
      const { wanted } = there.books.sessions.get(begun.value.session) ?? {}
      assert.equal(wanted?.['line_items[0][price_data][unit_amount]'], '150000')
      there.pay(begun.value.session)
      const seen = await payments.look({ what: 'session', id: begun.value.session })
      assert.deepEqual(seen.ok && seen.value.what === 'payment' && seen.value.payment.amount, isk)
    }))
})

describe('a message of Stripe', () => {
  const withEvent = (
    work: (
      there: StandIn,
      read: (body: string, signature: string | null, at?: Temporal.Instant) => string,
    ) => Promise<void>,
  ) =>
    withStripe(async (there, payments) => {
      there.books.happen('invoice.paid', {
        parent: { subscription_details: { subscription: 'sub_1' } },
      })
      await work(there, (body, signature, at = noon) => {
        const read = payments.readEvent(Buffer.from(body), signature, at)
        return read.ok ? JSON.stringify(read.value.about) : read.reason
      })
    })

  it('is read when it is signed, and asks to look at the contract', () =>
    withEvent(async (there, read) => {
      const { body, signature } = there.signed(there.books.events[0]?.id ?? '')
      assert.equal(read(body, signature), '{"what":"contract","id":"sub_1"}')
      assert.equal(read(body, null), 'unsigned')
      assert.equal(read(`${body} `, signature), 'badly-signed')
      assert.equal(read(body.replace('sub_1', 'sub_2'), signature), 'badly-signed')
      assert.equal(read(body, 't=soon,v1=00'), 'badly-signed')
    }))

  it('is refused when it is five minutes old, or more than a minute ahead', () =>
    withEvent(async (there, read) => {
      const { body, signature } = there.signed(there.books.events[0]?.id ?? '')
      assert.match(read(body, signature, noon.add({ seconds: 300 })), /contract/)
      assert.equal(read(body, signature, noon.add({ seconds: 301 })), 'too-old')
      assert.match(read(body, signature, noon.subtract({ seconds: 60 })), /contract/)
      assert.equal(read(body, signature, noon.subtract({ seconds: 61 })), 'from-the-future')
    }))

  it('is not believed for one wrong bit', () =>
    withEvent(async (there, read) => {
      const { body, signature } = there.signed(there.books.events[0]?.id ?? '')
      const bytes = Buffer.from(body)
      for (let at = 0; at < bytes.length; at += 7) {
        const wrong = Buffer.from(bytes)
        wrong[at] = (wrong[at] ?? 0) ^ 1
        assert.equal(read(wrong.toString('latin1'), signature), 'badly-signed')
      }
    }))

  it('says nothing to us when it is about something else', () =>
    withEvent(async (there, read) => {
      there.books.happen('customer.created', { id: 'cus_1' })
      const { body, signature } = there.signed(there.books.events[1]?.id ?? '')
      assert.equal(read(body, signature), 'null')
    }))

  it('is found again in the list of what happened', () =>
    withStripe(async (there, payments) => {
      there.books.happen('customer.created', { id: 'cus_1' })
      there.books.now = noon.add({ hours: 1 })
      there.books.happen('invoice.paid', { parent: null })
      const events = await Array.fromAsync(payments.eventsSince(noon.add({ minutes: 1 })))
      assert.deepEqual(
        events.map((one) => one.ok && one.value.kind),
        ['invoice.paid'],
      )
      there.down = true
      const troubled = await Array.fromAsync(payments.eventsSince(noon))
      assert.deepEqual(troubled, [{ ok: false, reason: 'unreachable' }])
    }))
})
