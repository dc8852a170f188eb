import type { Stripe } from 'stripe'
import type { SeenContract, SeenTerm } from '#access'
import { allOf } from './all-of.ts'
import { moneyFrom } from './amount.ts'
import { idOf } from './id-of.ts'
import { instantOf } from './moment.ts'
import { backFrom } from './payment.ts'

/** A subscription of Stripe's with all that was paid for it, as our rules want to know it. */
export async function contractFrom(
  stripe: Stripe,
  subscription: Stripe.Subscription,
): Promise<SeenContract> {
  const { id, status, customer, cancel_at_period_end, cancel_at, items } = subscription
  const [item] = items.data
  if (item === undefined) throw new TypeError(`The subscription ${id} is over nothing`)
  const asked = { subscription: id, limit: 100, expand: ['data.payments'] }
  const invoices = await allOf(stripe.invoices.list(asked))
  const charges = await chargesOf(stripe, idOf(customer))
  const isOver = status === 'canceled' || status === 'incomplete_expired'
  const isBegun = status !== 'incomplete'
  return {
    ref: id,
    customer: idOf(customer),
    per: item.price.recurring?.interval === 'year' ? 'year' : 'month',
    price: moneyFrom(item.price.unit_amount ?? 0, item.price.currency),
    renews: isBegun && !isOver && !cancel_at_period_end && cancel_at === null,
    over: isOver,
    failingSince: failingSince(status, invoices),
    nextChargeAt: isOver ? null : instantOf(item.current_period_end),
    terms: await termsFrom(stripe, invoices, charges),
  }
}

/** By payment, the charges of a customer. */
async function chargesOf(
  stripe: Stripe,
  customer: string,
): Promise<ReadonlyMap<string, Stripe.Charge>> {
  const asked = { customer, limit: 100, expand: ['data.refunds'] }
  const charges = await allOf(stripe.charges.list(asked))
  return new Map(
    charges.flatMap((charge) =>
      charge.paid && charge.payment_intent !== null
        ? [[idOf(charge.payment_intent), charge] as const]
        : [],
    ),
  )
}

function failingSince(
  status: Stripe.Subscription['status'],
  invoices: readonly Stripe.Invoice[],
): Temporal.Instant | null {
  if (status !== 'past_due' && status !== 'unpaid') return null
  const open = invoices.filter((one) => one.status === 'open').map((one) => one.created)
  return open.length === 0 ? null : instantOf(Math.min(...open))
}

/** What the invoices paid for, one question to Stripe after another. */
async function termsFrom(
  stripe: Stripe,
  invoices: readonly Stripe.Invoice[],
  charges: ReadonlyMap<string, Stripe.Charge>,
): Promise<readonly SeenTerm[]> {
  const terms: SeenTerm[] = []
  for (const invoice of invoices) terms.push(...(await termFrom(stripe, invoice, charges)))
  return terms
}

/** None when nothing was paid, as for the days of a trial. */
async function termFrom(
  stripe: Stripe,
  invoice: Stripe.Invoice,
  charges: ReadonlyMap<string, Stripe.Charge>,
): Promise<SeenTerm[]> {
  const { id, status, amount_paid, currency, status_transitions, lines, payments } = invoice
  const [line] = lines.data
  if (status !== 'paid' || amount_paid === 0 || line === undefined) return []
  const intents = payments?.data.flatMap(({ payment }) => payment.payment_intent ?? []) ?? []
  const charge = intents.map((one) => charges.get(idOf(one))).find((one) => one !== undefined)
  const nothing = { refunded: 0, refundedAt: null }
  return [
    {
      key: id,
      paidAt: instantOf(status_transitions.paid_at ?? invoice.created),
      since: instantOf(line.period.start),
      until: instantOf(line.period.end),
      amount: moneyFrom(amount_paid, currency),
      ...(charge === undefined ? nothing : await backFrom(stripe, charge)),
    },
  ]
}
