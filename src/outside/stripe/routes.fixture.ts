import { type Books, chargeOf, type Json, payBack, type TheirSession } from './books.fixture.ts'

/** What is asked for, as it came: "line_items[0][quantity]". */
export type Params = ReadonlyMap<string, string>

/** Stripe says no. */
export class Refusal extends Error {
  readonly status: number

  constructor(status: number, code: string) {
    super(code)
    this.status = status
  }
}

type Act = (books: Books, params: Params, id: string) => Json | null

/** The part of Stripe's documented API that Kiosk uses. For tests only. */
export const routes: readonly (readonly [string, RegExp, Act])[] = [
  ['POST', /^\/v1\/checkout\/sessions$/, createSession],
  ['GET', /^\/v1\/checkout\/sessions\/([^/]+)$/, ({ sessions }, _, id) => sessions.get(id) ?? null],
  ['POST', /^\/v1\/checkout\/sessions\/([^/]+)\/expire$/, expireSession],
  ['GET', /^\/v1\/subscriptions\/([^/]+)$/, (books, _, id) => books.subscriptions.get(id) ?? null],
  ['POST', /^\/v1\/subscriptions\/([^/]+)$/, updateSubscription],
  ['DELETE', /^\/v1\/subscriptions\/([^/]+)$/, endSubscription],
  ['GET', /^\/v1\/invoices$/, listInvoices],
  ['GET', /^\/v1\/charges$/, listCharges],
  ['GET', /^\/v1\/charges\/([^/]+)$/, ({ charges }, _, id) => charges.get(id) ?? null],
  ['GET', /^\/v1\/disputes$/, listDisputes],
  ['GET', /^\/v1\/disputes\/([^/]+)$/, ({ disputes }, _, id) => disputes.get(id) ?? null],
  ['GET', /^\/v1\/payment_intents\/([^/]+)$/, intentWithCharge],
  ['GET', /^\/v1\/invoice_payments$/, listInvoicePayments],
  ['POST', /^\/v1\/refunds$/, createRefund],
  ['POST', /^\/v1\/billing_portal\/sessions$/, createPortal],
  ['GET', /^\/v1\/events$/, listEvents],
]

function createSession(books: Books, params: Params): Json {
  const id = books.newName('cs')
  const session: TheirSession = {
    ...{ id, object: 'checkout.session', url: `https://checkout.example/${id}` },
    ...{ status: 'open', payment_status: 'unpaid', subscription: null, payment_intent: null },
    mode: params.get('mode') ?? '',
    client_reference_id: params.get('client_reference_id') ?? null,
    customer: params.get('customer') ?? books.newName('cus'),
    wanted: Object.fromEntries(params),
  }
  books.sessions.set(id, session)
  return session
}

function expireSession(books: Books, _: Params, id: string): Json | null {
  const session = books.sessions.get(id)
  if (session === undefined) return null
  if (session.status !== 'open') throw new Refusal(400, 'session_not_open')
  session.status = 'expired'
  books.happen('checkout.session.expired', session)
  return session
}

function updateSubscription(books: Books, params: Params, id: string): Json | null {
  const subscription = books.subscriptions.get(id)
  if (subscription === undefined) return null
  if (subscription.status === 'canceled') throw new Refusal(400, 'subscription_canceled')
  subscription.cancel_at_period_end = params.get('cancel_at_period_end') === 'true'
  books.happen('customer.subscription.updated', subscription)
  return subscription
}

function endSubscription(books: Books, _: Params, id: string): Json | null {
  const subscription = books.subscriptions.get(id)
  if (subscription === undefined || subscription.status === 'canceled') return null
  subscription.status = 'canceled'
  books.happen('customer.subscription.deleted', subscription)
  return subscription
}

function listInvoices({ invoices }: Books, params: Params): Json {
  const of = params.get('subscription')
  return listOf([...invoices.values()].filter(({ subscription }) => subscription === of))
}

function listCharges({ charges }: Books, params: Params): Json {
  const of = params.get('customer')
  return listOf([...charges.values()].filter(({ customer }) => customer === of))
}

function listDisputes({ disputes }: Books, params: Params): Json {
  const of = params.get('charge')
  return listOf([...disputes.values()].filter(({ charge }) => charge === of))
}

function intentWithCharge({ intents, charges }: Books, _: Params, id: string): Json | null {
  const intent = intents.get(id)
  if (intent === undefined) return null
  return { ...intent, latest_charge: charges.get(intent.latest_charge) ?? null }
}

function listInvoicePayments({ invoices }: Books, params: Params): Json {
  const of = params.get('invoice')
  const by = params.get('payment[payment_intent]')
  const found = [...invoices.values()].filter(({ id, intent }) => id === of || intent === by)
  return listOf(
    found.map((invoice) => ({
      id: `inpay_${invoice.id}`,
      invoice,
      payment: { type: 'payment_intent', payment_intent: invoice.intent },
    })),
  )
}

function createRefund(books: Books, params: Params): Json {
  const charge = chargeOf(books, params.get('payment_intent') ?? '')
  const there = books.charges.get(charge)
  if (there === undefined) throw new Refusal(404, 'resource_missing')
  const left = there.amount - there.amount_refunded
  const amount = Number(params.get('amount') ?? left)
  if (left === 0) throw new Refusal(400, 'charge_already_refunded')
  if (amount > left) throw new Refusal(400, 'amount_too_large')
  payBack(books, charge, amount)
  return { id: books.newName('re'), object: 'refund', amount, charge }
}

function createPortal(books: Books, params: Params): Json {
  const customer = params.get('customer') ?? ''
  return { id: books.newName('bps'), url: `https://portal.example/${customer}` }
}

function listEvents({ events }: Books, params: Params): Json {
  const from = Number(params.get('created[gte]') ?? 0)
  return listOf(events.filter(({ created }) => created >= from).toReversed())
}

function listOf(data: readonly Json[]): Json {
  return { object: 'list', data, has_more: false, url: '/v1/list' }
}
