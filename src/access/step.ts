import { applied } from './apply-event.ts'
import type { Effect, SubscriptionEvent } from './events.ts'
import { layTerms } from './lay-terms.ts'
import { type Notice, noticesDue } from './notices.ts'
import { laterOf } from './period.ts'
import { rightsOf } from './standing.ts'
import { isRenewing, type Subscription, type Term } from './subscription.ts'

export interface Step {
  readonly after: Subscription
  readonly effects: readonly Effect[]
}

/**
 * What a subscription is after something happened, and what has to be done. Pure: told the same
 * again, or told late, it changes nothing and does nothing more.
 */
export function step(before: Subscription, event: SubscriptionEvent, zone: string): Step {
  const { facts, notices = [], tasks = [] } = applied(before, event, zone)
  const laid = { ...facts, terms: layTerms(facts, facts.terms, zone) }
  const turned = turnedOff(before, laid, event)
  const told = new Set(before.told)
  const due = [...notices, ...turned, ...noticesDue(laid, event.at, zone)]
  const fresh = due.filter(({ key }) => !told.has(key) && told.add(key) !== undefined)
  return {
    after: { ...laid, told: [...told] },
    effects: [
      ...rightsBetween(before, laid),
      ...receiptsBetween(before, laid),
      ...tasks,
      ...fresh.map((notice) => ({ kind: 'notice', notice }) as const),
    ],
  }
}

/** Told also when it was turned off in the provider's own pages. */
function turnedOff(before: Subscription, after: Subscription, { at }: SubscriptionEvent): Notice[] {
  const { contract } = after
  const isSame = contract !== null && before.contract?.ref === contract.ref && !contract.over
  if (!isSame || !isRenewing(before) || isRenewing(after)) return []
  const isUndone = ({ withdrawnAt, lostAt }: Term) => withdrawnAt !== null || lostAt !== undefined
  if (after.terms.some((term) => term.contract === contract.ref && isUndone(term))) return []
  const end = after.terms.reduce((last, { until }) => laterOf(last, until), at)
  const key = `renewal-off:${before.told.length}`
  return [{ key, kind: 'renewal-off', facts: { until: String(end) } }]
}

function rightsBetween(before: Subscription, after: Subscription): Effect[] {
  const were = new Map(rightsOf(before).map((right) => [right.key, right]))
  return rightsOf(after).flatMap((right) => {
    const was = were.get(right.key)
    const isSame = was?.since.equals(right.since) && was.until.equals(right.until)
    return isSame ? [] : [{ kind: 'right', right }]
  })
}

function receiptsBetween(before: Subscription, after: Subscription): Effect[] {
  const were = new Map(before.terms.map((term) => [term.key, term]))
  return after.terms.flatMap(({ key, amount, paidAt, since, until, refunded, refundedAt }) => {
    if (amount === null || amount.minor === 0) return []
    const was = were.get(key)
    const paid = { key: `paid:${key}`, what: 'paid', amount, at: paidAt, since, until } as const
    const more = refunded - (was?.refunded ?? 0)
    const back = {
      ...{ key: `refunded:${key}:${refunded}`, what: 'refunded' as const },
      ...{ amount: { ...amount, minor: more }, at: refundedAt ?? paidAt, since: null, until: null },
    }
    return [
      ...(was === undefined ? [{ kind: 'receipt', receipt: paid } as const] : []),
      ...(more > 0 ? [{ kind: 'receipt', receipt: back } as const] : []),
    ]
  })
}
