import { isBefore } from './period.ts'
import { withdrawalEnd } from './sale.ts'
import { rightsOf, shutsAt } from './standing.ts'
import { cutOff, isRenewing, lastTerm, type Subscription, type Term } from './subscription.ts'

export const noticeKinds = [
  ...(['trial-started', 'trial-ending', 'trial-ended'] as const),
  ...(['subscribed', 'bought', 'voucher-redeemed', 'renewed', 'renewal-coming'] as const),
  ...(['renewal-off', 'renewal-on', 'payment-failed', 'ending', 'ended'] as const),
  ...(['withdrawn', 'refunded', 'disputed', 'edition-bought', 'edition-refunded'] as const),
] as const

export type NoticeKind = (typeof noticeKinds)[number]

/** Something a reader is told by mail, once. Moments are ISO text, amounts minor units. */
export interface Notice {
  /** The same key is never told twice to one reader about one plan. */
  readonly key: string
  readonly kind: NoticeKind
  readonly facts: Readonly<Record<string, string | number | null>>
}

/** Days before an end, or before a year is renewed, at which the reader is told of it. */
const ahead = { month: { hours: 3 * 24 }, year: { hours: 7 * 24 } } as const

/** Everything that has to be told by now, whether or not it was told before. */
export function noticesDue(
  subscription: Subscription,
  at: Temporal.Instant,
  zone: string,
): readonly Notice[] {
  return [
    ...aboutTrial(subscription, at),
    ...aboutContract(subscription),
    ...subscription.terms.flatMap((term) => aboutTerm(subscription, term, zone)),
    ...aboutEnd(subscription, at),
  ]
}

/** When the next thing has to be told or done that nobody triggers but the clock; null for never. */
export function nextDue(subscription: Subscription, at: Temporal.Instant): Temporal.Instant | null {
  const { trial } = subscription
  const last = lastTerm(subscription)
  const moments = [
    ...(trial === null ? [] : [trial.until.subtract(ahead.month), trial.until]),
    ...(last === null ? [] : [last.until.subtract(leadOf(last)), last.until]),
    ...rightsOf(subscription).map(({ until }) => until),
    ...whenUnheard(subscription),
  ]
  const [next = null] = moments
    .filter((moment) => isBefore(at, moment))
    .sort(Temporal.Instant.compare)
  return next
}

/** When to ask the provider by ourselves: a charge was due, and its news may be lost. */
function whenUnheard({ contract }: Subscription): Temporal.Instant[] {
  if (contract === null || contract.over || contract.nextChargeAt === null) return []
  const { nextChargeAt } = contract
  return [3, 24, 72, 144].map((hours) => nextChargeAt.add({ hours }))
}

/** The contract whose charge was due, and of which nothing was heard since; null when all is well. */
export function unheardContract({ contract }: Subscription, at: Temporal.Instant): string | null {
  if (contract === null || contract.over || contract.nextChargeAt === null) return null
  return isBefore(contract.nextChargeAt, at) ? contract.ref : null
}

const leadOf = ({ per, months }: Term) =>
  per === 'year' || (months ?? 0) >= 12 ? ahead.year : ahead.month

function aboutTrial(subscription: Subscription, at: Temporal.Instant): Notice[] {
  const { trial, terms } = subscription
  if (trial === null) return []
  const facts = { until: String(trial.until) }
  const told: Notice[] = [{ key: 'trial-started', kind: 'trial-started', facts }]
  // Who goes on has nothing to be warned of, and whose bank took the payment back knows.
  const isPaid = (term: Term) => cutOff(term) === null || term.lostAt !== undefined
  if (isRenewing(subscription) || terms.some(isPaid)) return told
  if (!isBefore(at, trial.until)) {
    return [...told, { key: 'trial-ended', kind: 'trial-ended', facts }]
  }
  if (isBefore(at, trial.until.subtract(ahead.month))) return told
  return [...told, { key: 'trial-ending', kind: 'trial-ending', facts }]
}

function aboutContract(subscription: Subscription): Notice[] {
  const { contract, terms } = subscription
  if (contract === null || !isRenewing(subscription)) return []
  const { ref, price, per, nextChargeAt, failingSince } = contract
  const facts = { minor: price.minor, currency: price.currency, per, next: textOf(nextChargeAt) }
  const told: Notice[] = []
  if (!terms.some((term) => term.contract === ref)) {
    told.push({ key: `subscribed:${ref}`, kind: 'subscribed', facts })
  }
  if (failingSince !== null) {
    const key = `payment-failed:${ref}:${failingSince}`
    const span = { since: String(failingSince), until: textOf(shutsAt(subscription)) }
    told.push({ key, kind: 'payment-failed', facts: { ...facts, ...span } })
  }
  return told
}

function aboutTerm({ id, terms, contract }: Subscription, term: Term, zone: string): Notice[] {
  const { key, amount, since, until, refunded } = term
  const span = { since: String(since), until: String(until) }
  if (amount === null) {
    return [{ key: `voucher:${key}`, kind: 'voucher-redeemed', facts: span }]
  }
  const isFirst = terms.find((one) => one.contract === term.contract) === term
  const { minor, currency } = amount
  const next = contract?.ref === term.contract ? textOf(contract.nextChargeAt) : null
  const withdraw = String(withdrawalEnd(term.paidAt, zone))
  // For the link that withdraws from this payment, where the law gives one (`withdrawalOf`).
  const named = isFirst || term.per === 'year' ? { subscription: id, payment: key } : {}
  const facts = { ...span, minor, currency, per: term.per, next, withdraw, ...named }
  const told: Notice[] = isFirst
    ? [{ key: `bought:${term.contract}`, kind: 'bought', facts }]
    : [{ key: `renewed:${key}`, kind: 'renewed', facts }]
  const back = { minor: refunded, currency, until: String(until) }
  if (term.lostAt !== undefined) {
    told.push({ key: `disputed:${key}`, kind: 'disputed', facts: back })
  } else if (refunded > 0) {
    told.push({ key: `refunded:${key}:${refunded}`, kind: 'refunded', facts: back })
  }
  return told
}

function aboutEnd(subscription: Subscription, at: Temporal.Instant): Notice[] {
  const last = lastTerm(subscription)
  // Who was told that a bank took back what was paid for more knows that it has ended.
  const { terms } = subscription
  if (last === null || terms.some(({ lostAt, until }) => lostAt && isBefore(last.until, until))) {
    return []
  }
  const renewing = isRenewing(subscription)
  const facts = { until: String(last.until) }
  const shut = rightsOf(subscription).find(({ key }) => key === `term:${last.key}`)?.until
  if (shut === undefined || !isBefore(at, shut)) {
    return [{ key: `ended:${last.key}`, kind: 'ended', facts }]
  }
  const isNear = !isBefore(at, last.until.subtract(leadOf(last))) && isBefore(at, last.until)
  if (!isNear) return []
  if (!renewing) return [{ key: `ending:${last.key}`, kind: 'ending', facts }]
  // A month is renewed too often for a warning each time.
  if (last.per !== 'year') return []
  return [{ key: `renewal-coming:${last.key}`, kind: 'renewal-coming', facts }]
}

const textOf = (moment: Temporal.Instant | null) => (moment === null ? null : String(moment))
