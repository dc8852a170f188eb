import type { Clock } from '#ground/clock'
import { bad, type Outcome } from '#ground/outcome'
import { afterDays } from './period.ts'
import type { PlanBook, SubscriptionBook } from './store.ts'
import type { Subscription } from './subscription.ts'

export interface TrialNeeds {
  readonly plans: Pick<PlanBook, 'byId'>
  readonly subscriptions: Pick<SubscriptionBook, 'startTrial'>
  /** IANA name of the stand's zone. */
  readonly zone: string
  readonly clock: Clock
}

export type NoTrial =
  | 'no-such-plan'
  /** It is not sold any more, or was never to be tried. */
  | 'not-offered'
  /** This reader, or somebody before them with their address, had one. */
  | 'trial-taken'
  /** They have the plan, or had it. */
  | 'has-plan'

/**
 * Begins the free trial of a plan: no card, and it ends by itself. Each reader has one, whatever
 * the plan, also after an account was deleted and made again.
 * @param mark a keyed hash of the address in the form in which addresses are compared: it is kept
 *   when the reader goes, and without the key it leads to nobody
 */
export async function startTrial(
  { plans, subscriptions, zone, clock }: TrialNeeds,
  { readerId, planId, mark }: { readonly readerId: string; planId: string; mark: string },
): Promise<Outcome<Subscription, NoTrial>> {
  const plan = await plans.byId(planId)
  if (plan === null) return bad('no-such-plan')
  if (plan.retiredAt !== null || plan.trialDays === 0) return bad('not-offered')
  const at = clock()
  const until = afterDays(at, plan.trialDays, zone)
  return subscriptions.startTrial({ readerId, planId }, mark, { kind: 'trial', at, until })
}
