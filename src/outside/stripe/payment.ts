import type { Stripe } from 'stripe'
import type { SeenPayment } from '#access'
import { allOf } from './all-of.ts'
import { moneyFrom } from './amount.ts'
import { instantOf } from './moment.ts'

/** A payment that came through, with what was paid back of it; null when it did not. */
export async function paymentFrom(
  stripe: Stripe,
  intent: Stripe.PaymentIntent,
): Promise<SeenPayment | null> {
  const { id, amount_received, currency, latest_charge: charge } = intent
  if (intent.status !== 'succeeded') return null
  if (charge === null || typeof charge === 'string') return null
  return {
    key: id,
    paidAt: instantOf(charge.created),
    amount: moneyFrom(amount_received, currency),
    ...(await backFrom(stripe, charge)),
  }
}

type Back = Pick<SeenPayment, 'refunded' | 'refundedAt' | 'lostAt'>

/**
 * What went back of a charge, and when last: what the stand paid back, and what a bank took back
 * where a dispute was lost. Stripe takes that money when the dispute begins. The charge is to be
 * asked for with its refunds.
 */
export async function backFrom(
  stripe: Stripe,
  charge: Pick<
    Stripe.Charge,
    'id' | 'amount' | 'amount_refunded' | 'currency' | 'refunds' | 'created' | 'disputed'
  >,
): Promise<Back> {
  const { id, amount, amount_refunded, currency, refunds, created } = charge
  const disputes = charge.disputed ? await allOf(stripe.disputes.list({ charge: id })) : []
  const lost = disputes.filter(({ status }) => status === 'lost')
  if (amount_refunded === 0 && lost.length === 0) return { refunded: 0, refundedAt: null }
  const taken = lost.reduce((sum, one) => sum + one.amount, amount_refunded)
  const moments = [...(refunds?.data ?? []), ...lost].map((one) => one.created)
  const [first] = lost.map((one) => one.created).sort((one, other) => one - other)
  return {
    refunded: moneyFrom(Math.min(amount, taken), currency).minor,
    refundedAt: instantOf(Math.max(created, ...moments)),
    ...(first === undefined ? {} : { lostAt: instantOf(first) }),
  }
}
