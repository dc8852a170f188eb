import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openCheckouts, type SettleNeeds, settle } from '#access'
import { openStripe } from '#outside'
import {
  checkoutBook,
  editionPrices,
  grantBook,
  migrate,
  openSqlite,
  paymentLog,
  planBook,
  purchaseBook,
  receiptBook,
  subscriptionBook,
} from '#storage'
import { openStandIn, webhookSecret } from '../../src/outside/stripe/stand-in.fixture.ts'

/** A stand that sells GOLD in this folder, and a stand-in for its payment provider. */
export async function openPaymentStand(data: string) {
  await using opened = new AsyncDisposableStack()
  await mkdir(data, { recursive: true })
  const database = opened.use(openSqlite(join(data, 'kiosk.db')))
  await migrate(database)
  const start = Temporal.Now.instant()
  const there = opened.use(await openStandIn(start))
  const clock = () => Temporal.Now.instant()
  const plans = planBook(database)
  const price = { minor: 999, currency: 'EUR' }
  const draft = { name: 'GOLD', scope: { what: 'stand' }, trialDays: 14, seats: 5 } as const
  const gold = await plans.add(draft, start)
  if (!gold.ok) throw new Error('The folder is not empty')
  const { id: priceId } = await plans.setPrice(gold.value.id, { per: 'month', price }, start)
  const payments = await openStripe({ secretKey: 'sk_test_x', webhookSecret, at: there.address })
  const subscriptions = subscriptionBook(database, 'UTC')
  const checkouts = checkoutBook(database)
  const needs: SettleNeeds = {
    ...{ payments, checkouts, subscriptions, clock },
    purchases: purchaseBook(database),
    log: paymentLog(database),
  }
  const { begin } = openCheckouts({
    ...{ plans, subscriptions, checkouts, payments, clock },
    editionPrices: editionPrices(database),
  })
  const kept = opened.move()
  return {
    ...{ there, subscriptions, needs },
    receipts: receiptBook(database),
    grants: grantBook(database),
    log: needs.log,
    begin: (readerId: string) =>
      begin({
        readerId,
        choice: { what: 'plan', priceId, renews: true },
        paidUrl: new URL('https://stand.example/paid'),
        leftUrl: new URL('https://stand.example/left'),
        language: 'en',
      }),
    settle: (session: string) => settle(needs, { what: 'session', id: session }),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

export type PaymentStand = Awaited<ReturnType<typeof openPaymentStand>>
