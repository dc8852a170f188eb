import type { Stripe } from 'stripe'
import type { About } from '#access'
import { idOf } from './id-of.ts'

/**
 * What has to be asked for again because of an event: only its names are read, never its numbers.
 * Null for what does not concern us.
 */
export function aboutOf(event: Stripe.Event): About | null {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired':
      return { what: 'session', id: event.data.object.id }
    case 'customer.subscription.created':
    case 'customer.subscription.updated':
    case 'customer.subscription.deleted':
    case 'customer.subscription.paused':
    case 'customer.subscription.resumed':
      return { what: 'contract', id: event.data.object.id }
    case 'invoice.paid':
    case 'invoice.payment_failed':
    case 'invoice.payment_action_required':
    case 'invoice.voided':
    case 'invoice.marked_uncollectible':
      return ofInvoice(event.data.object)
    case 'charge.refunded':
      return { what: 'charge', id: event.data.object.id }
    // An open dispute changes nothing, but somebody has to answer it; what comes of it does.
    case 'charge.dispute.created':
      return { what: 'dispute', id: event.data.object.id }
    case 'charge.dispute.closed':
      return { what: 'charge', id: idOf(event.data.object.charge) }
    case 'charge.refund.updated':
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return ofRefund(event.data.object)
    default:
      return null
  }
}

function ofInvoice({ parent }: Stripe.Invoice): About | null {
  const contract = parent?.subscription_details?.subscription
  if (contract == null) return null
  return { what: 'contract', id: idOf(contract) }
}

function ofRefund({ charge }: Stripe.Refund): About | null {
  if (charge === null) return null
  return { what: 'charge', id: idOf(charge) }
}
