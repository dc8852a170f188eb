import type { Clock } from '#ground/clock'
import { newId } from '#ground/ids'
import type { Money } from '#ground/money'
import { bad, good, type Outcome } from '#ground/outcome'
import type { Consent } from './consent.ts'
import type { Period } from './offer.ts'
import type { CheckoutPage, Payments, Trouble } from './payments.ts'
import { isBefore } from './period.ts'
import type { CheckoutBook, EditionPrices, PlanBook, SubscriptionBook } from './store.ts'
import { endOfAll, isRenewing, type Subscription } from './subscription.ts'

/** What a reader wants to buy, with everything that was said of it when they chose. */
export type Wish =
  | {
      readonly what: 'plan'
      readonly planId: string
      readonly priceId: string
      readonly label: string
      readonly price: Money
      readonly per: Period
      /** Whether it goes on by itself: the reader said so. */
      readonly renews: boolean
    }
  | {
      readonly what: 'edition'
      readonly publicationId: string
      readonly editionId: string
      readonly label: string
      readonly price: Money
    }

/** A wish on its way to be paid. */
export interface Checkout {
  readonly id: string
  readonly readerId: string
  readonly wish: Wish
  /** What was agreed to; null for what can be withdrawn from. */
  readonly consent: Consent | null
  /** The provider does one thing for one key, however often it is asked. */
  readonly providerKey: string
  /** Null until the provider has opened its page. */
  readonly page: CheckoutPage | null
  readonly madeAt: Temporal.Instant
  readonly until: Temporal.Instant
}

export type Choice =
  | { readonly what: 'plan'; readonly priceId: string; readonly renews: boolean }
  | {
      readonly what: 'edition'
      readonly publicationId: string
      readonly editionId: string
      /** What the edition is called, for the page on which it is paid. */
      readonly label: string
      /** What the reader was told that it costs. */
      readonly price: Money
      /** The words that they agreed to: it begins at once, and is not withdrawn from. */
      readonly agreed: string
    }

export interface BuyAsk {
  readonly readerId: string
  readonly choice: Choice
  readonly paidUrl: URL
  readonly leftUrl: URL
  readonly language: string
}

export interface CheckoutNeeds {
  readonly plans: Pick<PlanBook, 'byPrice'>
  readonly editionPrices: Pick<EditionPrices, 'of' | 'isOwned'>
  readonly subscriptions: Pick<SubscriptionBook, 'of'>
  readonly checkouts: CheckoutBook
  readonly payments: Payments
  readonly clock: Clock
}

export type NotBegun =
  /** It is not sold, or not at this price any more. */
  | 'not-offered'
  /** They own the edition, or their plan goes on by itself. */
  | 'has-it'
  | Trouble

/** How long the provider's page stays open; it does not offer less than half an hour. */
const openFor = { minutes: 60 }

/** A first charge can be put off to this long from now at least (Stripe: two days). */
const leastDelay = { hours: 49 }

/**
 * Begins to buy. Two tabs, or a thousand impatient clicks, come to the same page of the provider,
 * so that one thing is bought once; another choice closes the page of the former.
 */
export function openCheckouts(needs: CheckoutNeeds) {
  const underWay = new Map<string, Promise<Outcome<Checkout, NotBegun>>>()
  return {
    async begin(ask: BuyAsk): Promise<Outcome<Checkout, NotBegun>> {
      const wish = await wishOf(needs, ask)
      if (!wish.ok) return wish
      const name = JSON.stringify([ask.readerId, wish.value.wish])
      const others = underWay.get(name)
      if (others !== undefined) return others
      const work = beginOne(needs, ask, wish.value).finally(() => underWay.delete(name))
      underWay.set(name, work)
      return work
    },
  }
}

interface Wanted {
  readonly wish: Wish
  readonly subscription: Subscription | null
}

async function wishOf(
  { plans, editionPrices, subscriptions }: CheckoutNeeds,
  { readerId, choice }: BuyAsk,
): Promise<Outcome<Wanted, NotBegun>> {
  if (choice.what === 'edition') {
    const { publicationId, editionId, label, price } = choice
    if (await editionPrices.isOwned(readerId, editionId)) return bad('has-it')
    const today = await editionPrices.of(publicationId, editionId)
    if (today === null || !isSamePrice(today, price)) return bad('not-offered')
    const wish = { what: 'edition', publicationId, editionId, label, price: today } as const
    return good({ wish, subscription: null })
  }
  const found = await plans.byPrice(choice.priceId)
  if (found === null) return bad('not-offered')
  const { plan, price } = found
  const all = await subscriptions.of(readerId)
  const subscription = all.find(({ planId }) => planId === plan.id) ?? null
  if (subscription !== null && isRenewing(subscription)) return bad('has-it')
  const sold = { planId: plan.id, priceId: price.id, label: plan.name, price: price.price }
  const wish = { what: 'plan', ...sold, per: price.per, renews: choice.renews } as const
  return good({ wish, subscription })
}

async function beginOne(
  needs: CheckoutNeeds,
  ask: BuyAsk,
  { wish, subscription }: Wanted,
): Promise<Outcome<Checkout, NotBegun>> {
  const { checkouts, payments, clock } = needs
  const at = clock()
  const kept = await checkouts.open(newCheckout(ask, wish, at), keyOf(ask, wish))
  if (!isSameWish(kept.wish, wish)) {
    const closed = await close(needs, kept)
    return closed.ok ? beginOne(needs, ask, { wish, subscription }) : closed
  }
  if (kept.page !== null) return good(kept)
  const begun = await payments.begin({
    checkoutId: kept.id,
    key: kept.providerKey,
    label: wish.label,
    price: wish.price,
    every: wish.what === 'plan' && wish.renews ? wish.per : null,
    firstChargeAt: firstCharge(wish, subscription, at),
    customer: subscription?.contract?.customer ?? null,
    paidUrl: ask.paidUrl,
    leftUrl: ask.leftUrl,
    language: ask.language,
    until: kept.until,
  })
  if (!begun.ok) {
    // The provider repeats the answer to a key, its failures too: the next try needs another.
    await checkouts.close(kept.id)
    return begun
  }
  return good(await checkouts.show(kept.id, begun.value))
}

/** 'has-it' when the page that was to be closed has just been paid. */
async function close(
  { checkouts, payments }: CheckoutNeeds,
  { id, page }: Checkout,
): Promise<Outcome<'closed', NotBegun>> {
  const closed = page === null ? good('closed' as const) : await payments.close(page.session)
  if (!closed.ok) return closed
  if (closed.value === 'paid') return bad('has-it')
  await checkouts.close(id)
  return good('closed')
}

function newCheckout(
  { readerId, choice, language }: BuyAsk,
  wish: Wish,
  at: Temporal.Instant,
): Checkout {
  const id = newId()
  const until = at.add(openFor)
  const consent = choice.what === 'edition' ? { at, words: choice.agreed, language } : null
  const kept = { id, readerId, wish, consent, madeAt: at, until }
  return { ...kept, providerKey: `checkout-${id}`, page: null }
}

/** A reader buys one thing of a kind at a time. */
function keyOf({ readerId }: BuyAsk, wish: Wish): string {
  const about = wish.what === 'plan' ? wish.planId : wish.editionId
  return `${readerId} ${wish.what} ${about}`
}

function isSameWish(one: Wish, other: Wish): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

const isSamePrice = (one: Money, other: Money) =>
  one.minor === other.minor && one.currency === other.currency

/** What is tried or paid for already runs to its end before a contract is charged. */
function firstCharge(
  wish: Wish,
  subscription: Subscription | null,
  at: Temporal.Instant,
): Temporal.Instant | null {
  if (wish.what !== 'plan' || !wish.renews || subscription === null) return null
  const end = endOfAll(subscription)
  return end !== null && isBefore(at.add(leastDelay), end) ? end : null
}
