import { receiveEvent } from '#access'
import type { Page } from '../../named-page.ts'
import { forNobodyElse } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'

/** A message said that it came from the payment provider, and did not, or not now. */
class PaymentMessageError extends Error {
  override readonly name = 'PaymentMessageError'
}

const plain = { 'cache-control': forNobodyElse }

/**
 * What the provider tells us: its signature is checked over the very bytes that came, and it is
 * kept before it is answered. Its effect comes later, once.
 */
export function hearPayments({ access, report }: PageNeeds): Page {
  return async (c) => {
    const { shop } = access
    if (shop === null) return c.notFound()
    const body = new Uint8Array(await c.req.arrayBuffer())
    const heard = await receiveEvent(shop, body, c.req.header('stripe-signature') ?? null)
    if (heard.ok) return c.text(heard.value, 200, plain)
    // Neither the body nor the signature: they may hold what nobody should read.
    report(new PaymentMessageError(heard.reason), 'hearing of payments')
    return c.text(heard.reason, 400, plain)
  }
}
