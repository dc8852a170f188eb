import type { Money } from '#ground/money'
import type { Outcome } from '#ground/outcome'
import type { SeenContract, SeenPayment } from './events.ts'
import type { Period } from './offer.ts'

/**
 * Whoever takes the money. What it tells us by itself is a hint only: what is true is what it
 * answers when it is asked.
 */
export interface Payments {
  /** Opens a page of theirs on which the reader pays. The same key again gives the same page. */
  begin(ask: CheckoutAsk): Promise<Outcome<CheckoutPage, Trouble>>
  /** Closes such a page. 'paid' when it is too late for that. */
  close(session: string): Promise<Outcome<'closed' | 'paid', Trouble>>
  /** A page of theirs with the reader's cards, invoices and choice to go on. */
  portal(customer: string, returnTo: URL): Promise<Outcome<URL, Trouble>>
  /** What a message to us says, if it is theirs: checked over the very bytes that came. */
  readEvent(
    body: Uint8Array,
    signature: string | null,
    at: Temporal.Instant,
  ): Outcome<PaymentEvent, EventRefusal>
  /** What is true now. */
  look(about: About): Promise<Outcome<Seen, Trouble>>
  /** Sets whether a contract goes on by itself. */
  setRenewal(ref: string, renews: boolean): Promise<Outcome<'done', Trouble>>
  /** Ends a contract now. The same key again does nothing more, here and below. */
  end(ref: string, key: string): Promise<Outcome<'done', Trouble>>
  /** Pays back, at most what is left of the payment. */
  refund(payment: string, amount: Money, key: string): Promise<Outcome<'done', Trouble>>
  /** Ends a contract now and pays back everything that was paid for it. */
  undo(ref: string, key: string): Promise<Outcome<'done', Trouble>>
  /** Everything that happened from a moment on, the newest first; ends early when it must. */
  eventsSince(at: Temporal.Instant): AsyncIterable<Outcome<PaymentEvent, Trouble>>
}

/** It could not be reached and may be asked again, or it said no and will say no again. */
export type Trouble = 'unreachable' | 'refused'

export interface CheckoutAsk {
  /** Our name of the wish, which comes back in everything that follows from it. */
  readonly checkoutId: string
  /** Kept with the wish: no repetition makes a second page. */
  readonly key: string
  /** What is bought, as the reader shall see it. */
  readonly label: string
  readonly price: Money
  /** How often it is charged again; null for once. */
  readonly every: Period | null
  /** When it is charged first, where that is not now. */
  readonly firstChargeAt: Temporal.Instant | null
  /** The provider's name of the reader, from an earlier contract. */
  readonly customer: string | null
  /** Where the reader comes back to, having paid or not. */
  readonly paidUrl: URL
  readonly leftUrl: URL
  /** BCP 47 tag of the interface. */
  readonly language: string
  /** When the page closes by itself: at least half an hour ahead. */
  readonly until: Temporal.Instant
}

export interface CheckoutPage {
  readonly session: string
  readonly address: URL
}

/** What of theirs is meant, by their names. */
export interface About {
  readonly what: 'session' | 'contract' | 'charge' | 'dispute'
  readonly id: string
}

export interface PaymentEvent {
  readonly id: string
  /** In the provider's words. */
  readonly kind: string
  /** Null when it says nothing to us. */
  readonly about: About | null
  readonly madeAt: Temporal.Instant
}

export type EventRefusal =
  | 'unsigned'
  | 'badly-signed'
  /** Signed longer than five minutes ago. */
  | 'too-old'
  /** Signed for more than a minute from now. */
  | 'from-the-future'
  | 'unreadable'

export type Seen =
  /** It is not about anything of ours. */
  | { readonly what: 'nothing' }
  /** Nothing is paid; `isOver` when nothing will be. */
  | { readonly what: 'unpaid'; readonly checkoutId: string; readonly isOver: boolean }
  | { readonly what: 'payment'; readonly checkoutId: string; readonly payment: SeenPayment }
  | { readonly what: 'contract'; readonly checkoutId: string; readonly contract: SeenContract }
