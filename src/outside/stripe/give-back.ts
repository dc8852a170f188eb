import { Stripe } from 'stripe'
import type { Money } from '#ground/money'
import { allOf } from './all-of.ts'
import { amountAtStripe } from './amount.ts'
import { idOf } from './id-of.ts'

/** Ends a contract now; done as well when it is over already. */
export async function end(stripe: Stripe, ref: string, key: string): Promise<'done'> {
  const { status } = await stripe.subscriptions.retrieve(ref)
  if (status === 'canceled' || status === 'incomplete_expired') return 'done'
  await stripe.subscriptions.cancel(ref, {}, { idempotencyKey: key })
  return 'done'
}

/** Ends a contract, and pays back all that was paid for it. */
export async function undo(stripe: Stripe, ref: string, key: string): Promise<'done'> {
  await end(stripe, ref, `${key} end`)
  const invoices = await allOf(stripe.invoices.list({ subscription: ref, limit: 100 }))
  for (const { id, amount_paid } of invoices) {
    if (amount_paid === 0) continue
    const payment_intent = await intentOf(stripe, id)
    try {
      await stripe.refunds.create({ payment_intent }, { idempotencyKey: `${key} ${id}` })
    } catch (error) {
      if (alreadyRefunded(error) === null) throw error
    }
  }
  return 'done'
}

/** The payment behind an invoice ("in_…"), or behind itself ("pi_…"). */
async function intentOf(stripe: Stripe, payment: string): Promise<string> {
  if (payment.startsWith('pi_')) return payment
  const { data } = await stripe.invoicePayments.list({ invoice: payment, status: 'paid' })
  const intent = data.find((one) => one.payment.payment_intent !== undefined)?.payment
  if (intent?.payment_intent === undefined) throw new TypeError(`${payment} has no payment`)
  return idOf(intent.payment_intent)
}

/** Pays back a part of a payment, or of an invoice's. */
export async function payBack(
  stripe: Stripe,
  { payment, amount, key }: { readonly payment: string; amount: Money; key: string },
): Promise<'done'> {
  const wanted = { payment_intent: await intentOf(stripe, payment), amount: amountAtStripe(amount) }
  try {
    await stripe.refunds.create(wanted, { idempotencyKey: key })
  } catch (error) {
    if (alreadyRefunded(error) === null) throw error
  }
  return 'done'
}

/** Somebody paid it back in Stripe's own pages, or the first try came through after all. */
function alreadyRefunded(error: unknown): 'done' | null {
  const isRefunded =
    error instanceof Stripe.errors.StripeError && error.code === 'charge_already_refunded'
  return isRefunded ? 'done' : null
}
