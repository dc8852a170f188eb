import type { Stripe } from 'stripe'
import type { SeenPayment } from '#access'
import { moneyFrom } from './amount.ts'
import { instantOf } from './moment.ts'

/** A payment that came through, with what was paid back of it; null when it did not. */
export function paymentFrom(intent: Stripe.PaymentIntent): SeenPayment | null {
  const { id, amount_received, currency, latest_charge: charge } = intent
  if (intent.status !== 'succeeded') return null
  if (charge === null || typeof charge === 'string') return null
  return {
    key: id,
    paidAt: instantOf(charge.created),
    amount: moneyFrom(amount_received, currency),
    ...backFrom(charge),
  }
}

/** What was paid back of a charge, and when last; asked for with its refunds. */
export function backFrom(
  charge: Pick<Stripe.Charge, 'amount_refunded' | 'currency' | 'refunds' | 'created'>,
): Pick<SeenPayment, 'refunded' | 'refundedAt'> {
  const { amount_refunded, currency, refunds, created } = charge
  if (amount_refunded === 0) return { refunded: 0, refundedAt: null }
  const latest = Math.max(created, ...(refunds?.data.map((one) => one.created) ?? []))
  return {
    refunded: moneyFrom(amount_refunded, currency).minor,
    refundedAt: instantOf(latest),
  }
}
