import { isBefore, laterOf } from './period.ts'
import type { Grant } from './right.ts'
import type { Charge } from './sale.ts'
import { withdrawalEnd } from './sale.ts'
import {
  endOfAll,
  endOfTerm,
  isRenewing,
  lastTerm,
  type Subscription,
  type Term,
} from './subscription.ts'

/** Hours in which a renewal that was chosen may still be paid before the doors shut: seven days. */
const grace = { hours: 7 * 24 }

/** A right that follows from a subscription; its reader and its plan are known there. */
export type Follow = Pick<Grant, 'key' | 'from' | 'since'> & { readonly until: Temporal.Instant }

/** Every right that follows, past ones too, so that what is written can be brought up to date. */
export function rightsOf(subscription: Subscription): readonly Follow[] {
  const { id, trial, terms } = subscription
  const last = isRenewing(subscription) ? lastTerm(subscription) : null
  const paid = terms.map((term): Follow => {
    const until = term === last ? term.until.add(grace) : endOfTerm(term)
    return { key: `term:${term.key}`, from: term.from, since: term.since, until }
  })
  if (trial === null) return paid
  const goesOn = isRenewing(subscription) && terms.length === 0
  const until = goesOn ? trial.until.add(grace) : trial.until
  return [{ key: `trial:${id}`, from: 'trial', since: trial.since, until }, ...paid]
}

/**
 * Where a subscription stands: nothing yet; on trial; active and going on by itself; running to an
 * end that is known; in the days of grace of a renewal that is not paid; over.
 */
export type State = 'none' | 'trial' | 'active' | 'ending' | 'grace' | 'ended'

export interface Standing {
  readonly state: State
  /** When it ended, ends, or is renewed; null when there was nothing. */
  readonly until: Temporal.Instant | null
  /** Null when nothing will be charged. */
  readonly nextCharge: Charge | null
  /** What can be withdrawn from now, or null. */
  readonly withdrawal: Withdrawal | null
}

/** When the doors shut if nothing more is paid: after the days of grace, where there are any. */
export function shutsAt(subscription: Subscription): Temporal.Instant | null {
  return rightsOf(subscription).reduce<Temporal.Instant | null>(
    (last, { until }) => (last === null ? until : laterOf(last, until)),
    null,
  )
}

/** How a subscription stands at a moment, as its reader is told; days are those of the stand's zone. */
export function standingOf(
  subscription: Subscription,
  at: Temporal.Instant,
  zone: string,
): Standing {
  const until = endOfAll(subscription)
  const withdrawal = withdrawalOf(subscription, at, zone)
  return { state: stateOf(subscription, at), until, nextCharge: chargeOf(subscription), withdrawal }
}

function stateOf(subscription: Subscription, at: Temporal.Instant): State {
  const { trial, terms } = subscription
  const isOn = (since: Temporal.Instant, until: Temporal.Instant) =>
    !isBefore(at, since) && isBefore(at, until)
  const renewing = isRenewing(subscription)
  if (terms.some((term) => isOn(term.since, endOfTerm(term)))) return renewing ? 'active' : 'ending'
  if (trial !== null && isOn(trial.since, trial.until)) return 'trial'
  if (rightsOf(subscription).some(({ since, until }) => isOn(since, until))) return 'grace'
  return trial === null && terms.length === 0 ? 'none' : 'ended'
}

function chargeOf(subscription: Subscription): Charge | null {
  const { contract, trial } = subscription
  if (contract === null || !isRenewing(subscription)) return null
  const at = contract.nextChargeAt ?? lastTerm(subscription)?.until ?? trial?.until
  return at === undefined ? null : { at, price: contract.price }
}

/** A term that can be withdrawn from, and until when. All that was paid for it is paid back. */
export interface Withdrawal {
  readonly term: Term
  readonly until: Temporal.Instant
}

/**
 * The rule of withdrawal: within fourteen days of the first payment of a contract, and of every
 * payment for a year, the reader ends it at once and gets back all that was paid for it, whatever
 * they have read. European law lets a seller keep a part for the days that were used (Directive
 * 2011/83, article 14); nobody can check such a sum, so nothing is kept. Vouchers hold no money.
 * @param payment only this one; otherwise the last that can be withdrawn from
 */
export function withdrawalOf(
  { terms }: Subscription,
  at: Temporal.Instant,
  zone: string,
  payment?: string,
): Withdrawal | null {
  const first = (term: Term) => terms.find(({ contract }) => contract === term.contract) === term
  const term = terms.findLast(
    (one) =>
      (payment === undefined || one.key === payment) &&
      one.withdrawnAt === null &&
      one.lostAt === undefined &&
      one.amount !== null &&
      one.refunded < one.amount.minor &&
      (first(one) || one.per === 'year') &&
      isBefore(at, withdrawalEnd(one.paidAt, zone)),
  )
  return term === undefined ? null : { term, until: withdrawalEnd(term.paidAt, zone) }
}
