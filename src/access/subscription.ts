import type { Money } from '#ground/money'
import type { Period } from './offer.ts'
import { earlierOf, isBefore, laterOf } from './period.ts'

/**
 * What a reader has of a plan, whatever it was paid with. Everything in it is a fact that somebody
 * stated once; what follows from the facts at a moment is computed (standing.ts), never stored.
 */
export interface Subscription {
  readonly id: string
  readonly readerId: string
  readonly planId: string
  readonly trial: Trial | null
  /** In the order in which they were paid. */
  readonly terms: readonly Term[]
  /** The newest agreement with the provider to go on by itself, or null. */
  readonly contract: Contract | null
  /** By contract, the number of the question whose answer was taken last: earlier ones are stale. */
  readonly asks: Readonly<Record<string, number>>
  /** How often the reader chose whether it goes on: numbers those choices. */
  readonly choices: number
  /** Keys of what the reader was told. */
  readonly told: readonly string[]
}

export interface Trial {
  readonly since: Temporal.Instant
  readonly until: Temporal.Instant
}

/** A time that is paid for. */
export interface Term {
  /** The provider's name of the payment, or the voucher's. */
  readonly key: string
  /** What it was bought under: the provider's contract, or itself. */
  readonly contract: string
  readonly from: 'plan' | 'voucher'
  readonly paidAt: Temporal.Instant
  /** Months that begin when all that was paid before has ended; null where the provider said when. */
  readonly months: number | null
  readonly since: Temporal.Instant
  readonly until: Temporal.Instant
  readonly per: Period | null
  /** Null for what was not paid with money. */
  readonly amount: Money | null
  /** Minor units that were paid back so far, and when that last happened. */
  readonly refunded: number
  readonly refundedAt: Temporal.Instant | null
  /** When the reader's bank took it back, where a dispute was lost; what it took is in `refunded`. */
  readonly lostAt?: Temporal.Instant
  readonly withdrawnAt: Temporal.Instant | null
}

export interface Contract {
  /** The provider's name of it, and of the customer. */
  readonly ref: string
  readonly customer: string
  readonly per: Period
  readonly price: Money
  /** Whether it goes on by itself, as the provider knows it. */
  readonly renews: boolean
  /** What the reader said since, until the provider knows it too. */
  readonly wish: boolean | null
  readonly over: boolean
  readonly failingSince: Temporal.Instant | null
  readonly nextChargeAt: Temporal.Instant | null
}

/** One to which nothing has happened yet. */
export function newSubscription(id: string, readerId: string, planId: string): Subscription {
  const nothing = { trial: null, terms: [], contract: null, asks: {}, choices: 0, told: [] }
  return { id, readerId, planId, ...nothing }
}

/** Whether it goes on by itself: only because the reader chose that, and as long as they do. */
export function isRenewing({ contract }: Pick<Subscription, 'contract'>): boolean {
  return contract !== null && !contract.over && (contract.wish ?? contract.renews)
}

/**
 * When a term was cut off: withdrawn from, paid back whole, or lost to a dispute. Null when it runs
 * to its end.
 */
export function cutOff({
  amount,
  refunded,
  refundedAt,
  lostAt,
  withdrawnAt,
}: Term): Temporal.Instant | null {
  const isWhole = amount !== null && amount.minor > 0 && refunded >= amount.minor
  return earlierOf(earlierOf(withdrawnAt, lostAt ?? null), isWhole ? refundedAt : null)
}

export function endOfTerm(term: Term): Temporal.Instant {
  const cut = cutOff(term)
  if (cut === null) return term.until
  // Cut off before it began: it opens nothing at all.
  return laterOf(term.since, earlierOf(term.until, cut) ?? term.until)
}

/** The term that ends last of those that run to their end, or null. */
export function lastTerm({ terms }: Pick<Subscription, 'terms'>): Term | null {
  const whole = terms.filter((term) => cutOff(term) === null)
  return whole.reduce<Term | null>(
    (last, term) => (last === null || !isBefore(term.until, last.until) ? term : last),
    null,
  )
}

/** The end of all that was paid for or tried, or null when there is nothing. */
export function endOfAll({ trial, terms }: Pick<Subscription, 'trial' | 'terms'>) {
  const ends = terms.map(endOfTerm)
  return [...(trial === null ? [] : [trial.until]), ...ends].reduce<Temporal.Instant | null>(
    (last, end) => (last === null ? end : laterOf(last, end)),
    null,
  )
}
