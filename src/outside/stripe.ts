import { Stripe } from 'stripe'
import type { CheckoutAsk, PaymentEvent, Payments, Trouble } from '#access'
import { bad, good, type Outcome } from '#ground/outcome'
import { aboutOf } from './stripe/about.ts'
import { moneyAtStripe } from './stripe/amount.ts'
import { end, payBack, undo } from './stripe/give-back.ts'
import { look } from './stripe/look.ts'
import { instantOf, secondsOf } from './stripe/moment.ts'
import { eventIn } from './stripe/signed-event.ts'

export interface StripeSettings {
  readonly secretKey: string
  /** Signs what Stripe tells us ("whsec_…"). */
  readonly webhookSecret: string
  /** Another place than Stripe's own, for tests. */
  readonly at?: URL
}

/** Stripe's words for how long a request may take, and how often it is tried. */
const patience = { timeout: 10_000, maxNetworkRetries: 2 } as const

/** Payments by Stripe: Checkout by redirect, so that no card number comes near this stand. */
export function openStripe({ secretKey, webhookSecret, at }: StripeSettings): Payments {
  const elsewhere =
    at === undefined
      ? {}
      : { host: at.hostname, port: Number(at.port), protocol: at.protocol.slice(0, -1) as 'http' }
  const stripe = new Stripe(secretKey, { ...patience, ...elsewhere, telemetry: false })
  return {
    begin: (ask) =>
      attempt(async () => {
        const options = { idempotencyKey: ask.key }
        const { id, url } = await stripe.checkout.sessions.create(sessionFor(ask), options)
        if (url === null) throw new TypeError(`Checkout ${id} has no page`)
        return { session: id, address: new URL(url) }
      }),
    close: (session) => attempt(() => close(stripe, session)),
    portal: (customer, returnTo) =>
      attempt(async () => {
        const asked = { customer, return_url: returnTo.href }
        const { url } = await stripe.billingPortal.sessions.create(asked)
        return new URL(url)
      }),
    readEvent: (body, signature, moment) => {
      const event = eventIn(stripe, { body, signature, secret: webhookSecret, at: moment })
      return event.ok ? good(eventFrom(event.value)) : event
    },
    look: (about) => attempt(() => look(stripe, about)),
    setRenewal: (ref, renews) =>
      attempt(async () => {
        await stripe.subscriptions.update(ref, { cancel_at_period_end: !renews })
        return 'done' as const
      }),
    end: (ref, key) => attempt(() => end(stripe, ref, key)),
    refund: (payment, amount, key) => attempt(() => payBack(stripe, { payment, amount, key })),
    undo: (ref, key) => attempt(() => undo(stripe, ref, key)),
    eventsSince: (moment) => eventsSince(stripe, moment),
  }
}

/** Runs what asks Stripe, and says in our words what went wrong. */
async function attempt<Value>(work: () => Promise<Value>): Promise<Outcome<Value, Trouble>> {
  try {
    return good(await work())
  } catch (error) {
    return bad(troubleOf(error))
  }
}

/** What is wrong on their side or on the way may be right later; the rest is a no. */
function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Stripe.errors.StripeError)) throw error
  const { statusCode } = error
  const isPassing = statusCode === undefined || statusCode >= 500 || statusCode === 429
  return isPassing || statusCode === 409 ? 'unreachable' : 'refused'
}

function sessionFor(ask: CheckoutAsk): Stripe.Checkout.SessionCreateParams {
  const metadata = { checkout: ask.checkoutId }
  const { every, firstChargeAt, customer } = ask
  const recurring = every === null ? {} : { recurring: { interval: every } }
  const later = firstChargeAt === null ? {} : { trial_end: secondsOf(firstChargeAt) }
  return {
    mode: every === null ? 'payment' : 'subscription',
    line_items: [
      {
        quantity: 1,
        price_data: {
          ...moneyAtStripe(ask.price),
          ...recurring,
          product_data: { name: ask.label },
        },
      },
    ],
    client_reference_id: ask.checkoutId,
    metadata,
    ...(every === null
      ? { payment_intent_data: { metadata } }
      : { subscription_data: { metadata, ...later } }),
    ...(customer === null ? {} : { customer }),
    success_url: ask.paidUrl.href,
    cancel_url: ask.leftUrl.href,
    // Stripe falls back to the browser's language for one it does not have.
    locale: localeAt(ask.language),
    expires_at: secondsOf(ask.until),
  }
}

const localesThere = ['en', 'nl', 'de', 'fr', 'es'] as const

function localeAt(language: string): (typeof localesThere)[number] | 'auto' {
  return localesThere.find((one) => language === one || language.startsWith(`${one}-`)) ?? 'auto'
}

async function close(stripe: Stripe, id: string): Promise<'closed' | 'paid'> {
  const { status } = await stripe.checkout.sessions.retrieve(id)
  if (status === 'complete') return 'paid'
  if (status === 'open') await stripe.checkout.sessions.expire(id)
  return 'closed'
}

/** How much of the past is asked for again, at most: Stripe keeps events for thirty days. */
async function* eventsSince(
  stripe: Stripe,
  moment: Temporal.Instant,
): AsyncGenerator<Outcome<PaymentEvent, Trouble>> {
  try {
    const asked = { created: { gte: secondsOf(moment) }, limit: 100 }
    for await (const event of stripe.events.list(asked)) yield good(eventFrom(event))
  } catch (error) {
    yield bad(troubleOf(error))
  }
}

function eventFrom(event: Stripe.Event): PaymentEvent {
  const { id, type, created } = event
  return { id, kind: type, about: aboutOf(event), madeAt: instantOf(created) }
}
