import type { Money } from '#ground/money'
import type { Notice } from './notices.ts'
import type { Period } from './offer.ts'
import type { Follow } from './standing.ts'
import type { Contract } from './subscription.ts'

/** Something that happened to a subscription. `at` is when we learned of it. */
export type SubscriptionEvent = { readonly at: Temporal.Instant } & (
  | { readonly kind: 'trial'; readonly until: Temporal.Instant }
  /** The answer of the provider to our question number `ask`: the contract as it is now. */
  | { readonly kind: 'seen'; readonly ask: number; readonly contract: SeenContract }
  /** One payment for so many months. The same payment again tells what was paid back of it. */
  | { readonly kind: 'paid'; readonly payment: SeenPayment; readonly per: Period }
  | { readonly kind: 'voucher'; readonly key: string; readonly months: number }
  /** The reader chooses whether it goes on by itself. */
  | { readonly kind: 'renewal'; readonly renews: boolean }
  /** The provider was told so, and has it now. */
  | { readonly kind: 'renewal-told'; readonly ref: string; readonly renews: boolean }
  /** From this payment, or from the last that can be withdrawn from. */
  | { readonly kind: 'withdraw'; readonly payment?: string }
  | { readonly kind: 'time' }
)

export interface SeenContract extends Omit<Contract, 'wish'> {
  readonly terms: readonly SeenTerm[]
}

export interface SeenTerm {
  readonly key: string
  readonly paidAt: Temporal.Instant
  readonly since: Temporal.Instant
  readonly until: Temporal.Instant
  readonly amount: Money
  readonly refunded: number
  readonly refundedAt: Temporal.Instant | null
  /** When the reader's bank took it back, where a dispute was lost; what it took is in `refunded`. */
  readonly lostAt?: Temporal.Instant
}

export type SeenPayment = Omit<SeenTerm, 'since' | 'until'>

/** What has to be done because of it, each under a key that lets it be done once. */
export type Effect =
  | { readonly kind: 'right'; readonly right: Follow }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'task'; readonly key: string; readonly task: Task }

export interface Receipt {
  readonly key: string
  readonly what: 'paid' | 'refunded'
  readonly amount: Money
  readonly at: Temporal.Instant
  readonly since: Temporal.Instant | null
  readonly until: Temporal.Instant | null
}

/** What the provider has to be asked to do. */
export type Task =
  /** Tell it what the reader wishes at the moment of telling. */
  | { readonly kind: 'renewal'; readonly subscription: string }
  | { readonly kind: 'end'; readonly ref: string }
  | { readonly kind: 'refund'; readonly payment: string; readonly amount: Money }
  /** A second contract where there may be one: end it, and pay everything back. */
  | { readonly kind: 'undo'; readonly ref: string }
