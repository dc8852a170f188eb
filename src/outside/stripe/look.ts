import { Stripe } from 'stripe'
import type { About, Seen } from '#access'
import { contractFrom } from './contract.ts'
import { idOf } from './id-of.ts'
import { paymentFrom } from './payment.ts'

/** What is true now of something of Stripe's; nothing, where it did not begin on this stand. */
export async function look(stripe: Stripe, { what, id }: About): Promise<Seen> {
  try {
    if (what === 'session') return await lookAtSession(stripe, id)
    if (what === 'contract') return await lookAtContract(stripe, id)
    if (what === 'charge') return await lookAtCharge(stripe, id)
    const { charge } = await stripe.disputes.retrieve(id)
    return await lookAtCharge(stripe, idOf(charge))
  } catch (error) {
    // Made under other keys, or by somebody who guesses: it is not ours.
    const isMissing = error instanceof Stripe.errors.StripeError && error.statusCode === 404
    if (isMissing) return { what: 'nothing' }
    throw error
  }
}

async function lookAtSession(stripe: Stripe, id: string): Promise<Seen> {
  const session = await stripe.checkout.sessions.retrieve(id)
  const checkoutId = session.client_reference_id
  if (checkoutId === null) return { what: 'nothing' }
  const { subscription, payment_intent, payment_status, status } = session
  if (subscription !== null) return lookAtContract(stripe, idOf(subscription))
  if (payment_status === 'unpaid' || payment_intent === null) {
    return { what: 'unpaid', checkoutId, isOver: status === 'expired' }
  }
  return lookAtIntent(stripe, idOf(payment_intent))
}

async function lookAtContract(stripe: Stripe, id: string): Promise<Seen> {
  const subscription = await stripe.subscriptions.retrieve(id)
  const checkoutId = subscription.metadata.checkout
  if (checkoutId === undefined) return { what: 'nothing' }
  const contract = await contractFrom(stripe, subscription)
  return { what: 'contract', checkoutId, contract }
}

async function lookAtIntent(stripe: Stripe, id: string): Promise<Seen> {
  const intent = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge.refunds'] })
  const checkoutId = intent.metadata.checkout
  if (checkoutId === undefined) return { what: 'nothing' }
  const payment = await paymentFrom(stripe, intent)
  if (payment === null) return { what: 'unpaid', checkoutId, isOver: intent.status === 'canceled' }
  return { what: 'payment', checkoutId, payment }
}

/** A charge is of one payment, or of an invoice of a contract. */
async function lookAtCharge(stripe: Stripe, id: string): Promise<Seen> {
  const { payment_intent } = await stripe.charges.retrieve(id)
  if (payment_intent === null) return { what: 'nothing' }
  const intent = idOf(payment_intent)
  const asked = { payment: { type: 'payment_intent', payment_intent: intent }, limit: 1 } as const
  const { data } = await stripe.invoicePayments.list({ ...asked, expand: ['data.invoice'] })
  const [first] = data
  if (first === undefined) return lookAtIntent(stripe, intent)
  const invoice = first.invoice
  if (typeof invoice === 'string' || invoice.deleted === true) return { what: 'nothing' }
  const contract = invoice.parent?.subscription_details?.subscription
  return contract == null ? { what: 'nothing' } : lookAtContract(stripe, idOf(contract))
}
