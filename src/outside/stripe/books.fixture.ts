/** What the stand-in for Stripe keeps, in the shapes of Stripe's own answers. For tests only. */
export type Json = { [name: string]: unknown }

export interface TheirSession extends Json {
  readonly id: string
  readonly mode: string
  readonly customer: string
  readonly wanted: Readonly<Record<string, string>>
  status: string
  payment_status: string
  subscription: string | null
  payment_intent: string | null
}

export interface TheirSubscription extends Json {
  readonly id: string
  readonly customer: string
  status: string
  cancel_at_period_end: boolean
  readonly items: { readonly data: [TheirItem] }
}

interface TheirItem {
  current_period_end: number
  readonly price: {
    readonly currency: string
    readonly unit_amount: number
    readonly recurring: { readonly interval: string }
  }
}

export interface TheirInvoice extends Json {
  readonly id: string
  readonly subscription: string
  readonly intent: string
}

export interface TheirCharge extends Json {
  readonly id: string
  readonly amount: number
  readonly customer: string
  readonly payment_intent: string
  amount_refunded: number
  disputed: boolean
  readonly refunds: { readonly data: { readonly created: number }[] }
}

export interface TheirDispute extends Json {
  readonly id: string
  readonly charge: string
  status: string
}

export interface TheirIntent extends Json {
  readonly id: string
  readonly latest_charge: string
}

export interface TheirEvent extends Json {
  readonly id: string
  readonly type: string
  readonly created: number
}

export type Books = ReturnType<typeof openBooks>

export const seconds = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1_000)

export function openBooks(start: Temporal.Instant) {
  const books = {
    now: start,
    count: 0,
    events: [] as TheirEvent[],
    sessions: new Map<string, TheirSession>(),
    subscriptions: new Map<string, TheirSubscription>(),
    invoices: new Map<string, TheirInvoice>(),
    intents: new Map<string, TheirIntent>(),
    charges: new Map<string, TheirCharge>(),
    disputes: new Map<string, TheirDispute>(),
    newName(kind: string) {
      books.count += 1
      return `${kind}_${String(books.count).padStart(6, '0')}`
    },
    happen(type: string, object: Json) {
      const data = { object: structuredClone(object) }
      books.events.push({ id: books.newName('evt'), type, created: seconds(books.now), data })
    },
  }
  return books
}

/** Takes money; gives the name of the payment. */
export function charge(
  books: Books,
  facts: { amount: number; currency: string; customer: string; metadata: Json },
): string {
  const { amount, currency, customer, metadata } = facts
  const intent = books.newName('pi')
  const id = books.newName('ch')
  const paid = { id, object: 'charge', amount, currency, customer, payment_intent: intent }
  const more = { paid: true, disputed: false, amount_refunded: 0, created: seconds(books.now) }
  books.charges.set(id, { ...paid, ...more, refunds: { data: [] } })
  const received = { amount_received: amount, currency, status: 'succeeded', metadata }
  const names = { id: intent, object: 'payment_intent', latest_charge: id }
  books.intents.set(intent, { ...names, ...received })
  return intent
}

/** Charges a subscription for the period that begins then; gives the name of the invoice. */
export function bill(books: Books, subscription: TheirSubscription, since: number): string {
  const [item] = subscription.items.data
  const { unit_amount, currency, recurring } = item.price
  const from = Temporal.Instant.fromEpochMilliseconds(since * 1_000).toZonedDateTimeISO('UTC')
  const until = seconds(from.add({ months: recurring.interval === 'year' ? 12 : 1 }).toInstant())
  const { id: of, customer } = subscription
  const intent = charge(books, { amount: unit_amount, currency, customer, metadata: {} })
  item.current_period_end = until
  const paidAt = seconds(books.now)
  const payment = { type: 'payment_intent', payment_intent: intent }
  return keepInvoice(books, {
    ...{ subscription: of, intent, status: 'paid', currency, amount_paid: unit_amount },
    ...{ created: paidAt, status_transitions: { paid_at: paidAt } },
    lines: { data: [{ period: { start: since, end: until } }] },
    payments: { data: [{ payment }] },
  })
}

/** A renewal that could not be charged: its invoice stays open. */
export function fail(books: Books, subscription: TheirSubscription): string {
  subscription.status = 'past_due'
  return keepInvoice(books, {
    ...{ subscription: subscription.id, intent: '', status: 'open', currency: 'eur' },
    ...{ amount_paid: 0, created: seconds(books.now), status_transitions: { paid_at: null } },
    ...{ lines: { data: [] }, payments: { data: [] } },
  })
}

function keepInvoice(books: Books, facts: Omit<TheirInvoice, 'id'>): string {
  const { subscription, intent, status } = facts
  const id = books.newName('in')
  const parent = { subscription_details: { subscription } }
  const invoice = { ...facts, id, object: 'invoice', parent, subscription: String(subscription) }
  books.invoices.set(id, { ...invoice, intent: String(intent) })
  books.happen(status === 'paid' ? 'invoice.paid' : 'invoice.payment_failed', invoice)
  return id
}

/** What follows when a reader pays on the page of a session. */
export function buy(books: Books, session: TheirSession): string {
  const { wanted, customer } = session
  const price = (name: string) => wanted[`line_items[0][price_data][${name}]`] ?? ''
  const money = { currency: price('currency'), unit_amount: Number(price('unit_amount')) }
  const metadata = { checkout: wanted['metadata[checkout]'] ?? '' }
  if (session.mode === 'payment') {
    const { currency, unit_amount: amount } = money
    session.payment_intent = charge(books, { amount, currency, customer, metadata })
    return session.payment_intent
  }
  const id = books.newName('sub')
  const now = seconds(books.now)
  const firstAt = Number(wanted['subscription_data[trial_end]'] ?? now)
  const recurring = { interval: price('recurring][interval') }
  const subscription: TheirSubscription = {
    ...{ id, object: 'subscription', customer, metadata, cancel_at: null },
    ...{ status: firstAt > now ? 'trialing' : 'active', cancel_at_period_end: false },
    items: { data: [{ current_period_end: firstAt, price: { ...money, recurring } }] },
  }
  books.subscriptions.set(id, subscription)
  session.subscription = id
  books.happen('customer.subscription.created', subscription)
  if (firstAt <= now) bill(books, subscription, firstAt)
  return id
}

export function payBack(books: Books, id: string, amount: number): void {
  const there = books.charges.get(id)
  if (there === undefined) throw new Error(`There is no charge ${id}`)
  there.amount_refunded += amount
  there.refunds.data.push({ created: seconds(books.now) })
  books.happen('charge.refunded', there)
}

/** A bank wants back what is left of a charge; gives the name of the dispute. */
export function dispute(books: Books, id: string): string {
  const there = books.charges.get(id)
  if (there === undefined) throw new Error(`There is no charge ${id}`)
  const { amount, amount_refunded, currency } = there
  const name = books.newName('du')
  const what = { id: name, object: 'dispute', charge: id, status: 'needs_response' }
  const money = { amount: amount - amount_refunded, currency, created: seconds(books.now) }
  const opened: TheirDispute = { ...what, ...money }
  there.disputed = true
  books.disputes.set(name, opened)
  books.happen('charge.dispute.created', opened)
  return name
}

/** The bank has decided. */
export function closeDispute(books: Books, name: string, status: 'won' | 'lost'): void {
  const there = books.disputes.get(name)
  if (there === undefined) throw new Error(`There is no dispute ${name}`)
  there.status = status
  books.happen('charge.dispute.closed', there)
}

/** The charge behind an invoice or a payment. */
export function chargeOf(books: Books, payment: string): string {
  const intent = books.invoices.get(payment)?.intent ?? payment
  return books.intents.get(intent)?.latest_charge ?? ''
}
