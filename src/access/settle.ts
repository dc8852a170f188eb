import type { Clock } from '#ground/clock'
import { bad, good, type Outcome } from '#ground/outcome'
import type { About, EventRefusal, Payments, Trouble } from './payments.ts'
import type { CheckoutBook, PaymentLog, PurchaseBook, SubscriptionBook } from './store.ts'

export interface SettleNeeds {
  readonly payments: Payments
  readonly checkouts: CheckoutBook
  readonly subscriptions: Pick<SubscriptionBook, 'tell'>
  readonly purchases: PurchaseBook
  readonly log: PaymentLog
  readonly clock: Clock
}

/**
 * Keeps what the provider tells us before anybody answers it; the effect comes later, once, however
 * often it is told. 'known' when it was kept before.
 */
export async function receiveEvent(
  { payments, log, clock }: Pick<SettleNeeds, 'payments' | 'log' | 'clock'>,
  body: Uint8Array,
  signature: string | null,
): Promise<Outcome<'kept' | 'known', EventRefusal>> {
  const at = clock()
  const event = payments.readEvent(body, signature, at)
  if (!event.ok) return event
  return good((await log.record(event.value, at)) ? 'kept' : 'known')
}

/**
 * Asks the provider what is true of something of theirs, and lets it be true here. In whatever
 * order questions are answered, the newest one counts.
 */
export async function settle(
  { payments, checkouts, subscriptions, purchases, log, clock }: SettleNeeds,
  about: About,
): Promise<Outcome<'settled' | 'not-ours', Trouble>> {
  const ask = await log.nextAsk()
  const seen = await payments.look(about)
  if (!seen.ok) return seen
  if (seen.value.what === 'nothing') return good('not-ours')
  const checkout = await checkouts.byId(seen.value.checkoutId)
  if (checkout === null) return good('not-ours')
  const { readerId, wish, consent, id } = checkout
  const at = clock()
  if (seen.value.what === 'unpaid') {
    if (seen.value.isOver) await checkouts.close(id)
    return good('settled')
  }
  if (wish.what === 'edition') {
    if (seen.value.what !== 'payment') return bad('refused')
    const { editionId, label } = wish
    const { payment } = seen.value
    await purchases.see({ readerId, editionId, label, payment, consent }, at)
  } else {
    const whose = { readerId, planId: wish.planId }
    const event =
      seen.value.what === 'contract'
        ? ({ kind: 'seen', at, ask, contract: seen.value.contract } as const)
        : ({ kind: 'paid', at, payment: seen.value.payment, per: wish.per } as const)
    await subscriptions.tell(whose, event)
  }
  await checkouts.close(id)
  return good('settled')
}

/** Settles the page from which a reader comes back, without waiting for the provider's message. */
export async function settleCheckout(
  needs: SettleNeeds,
  { id, readerId }: { readonly id: string; readonly readerId: string },
): Promise<Outcome<'settled' | 'not-ours', Trouble>> {
  const checkout = await needs.checkouts.byId(id)
  if (checkout === null || checkout.readerId !== readerId || checkout.page === null) {
    return good('not-ours')
  }
  return settle(needs, { what: 'session', id: checkout.page.session })
}
