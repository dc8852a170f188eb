import { Stripe } from 'stripe'
import * as z from 'zod'
import type { EventRefusal } from '#access'
import { bad, good, type Outcome } from '#ground/outcome'

/** Seconds that a signature may be old, and that clocks may differ. */
const oldest = 300
const ahead = 60

/** The least that any event has. What it is about is read by its type. */
const event = z.looseObject({
  id: z.string().min(1).max(255),
  object: z.literal('event'),
  type: z.string().min(1).max(100),
  created: z.int().nonnegative(),
  data: z.looseObject({ object: z.looseObject({}) }),
})

export interface SignedBody {
  /** The very bytes that came: one more space, and the signature does not fit. */
  readonly body: Uint8Array
  readonly signature: string | null
  readonly secret: string
  readonly at: Temporal.Instant
}

/**
 * The event in what came, if Stripe signed it lately. Its library takes signatures from any time
 * to come; with a wrong clock somewhere one of those could be sent again for ever.
 */
export function eventIn(
  stripe: Stripe,
  { body, signature, secret, at }: SignedBody,
): Outcome<Stripe.Event, EventRefusal> {
  if (signature === null || signature === '') return bad('unsigned')
  const signedAt = secondsIn(signature)
  if (signedAt === null) return bad('badly-signed')
  const now = Math.floor(at.epochMilliseconds / 1_000)
  // First whether it is theirs: who forges learns nothing about our clock.
  let given: Stripe.Event
  try {
    const anyAge = 0
    given = stripe.webhooks.constructEvent(body, signature, secret, anyAge)
  } catch (error) {
    const isForged = error instanceof Stripe.errors.StripeSignatureVerificationError
    return bad(isForged ? 'badly-signed' : 'unreadable')
  }
  if (now - signedAt > oldest) return bad('too-old')
  if (signedAt - now > ahead) return bad('from-the-future')
  return event.safeParse(given).success ? good(given) : bad('unreadable')
}

/** The moment that is signed: the library takes the last one, and so do we. */
function secondsIn(signature: string): number | null {
  const moments = signature.split(',').filter((part) => part.startsWith('t='))
  const seconds = moments.at(-1)?.slice(2) ?? ''
  return /^\d{1,12}$/.test(seconds) ? Number(seconds) : null
}
