import type { Money } from '#ground/money'

/**
 * A plan as an operator offers it. Its trial ends by itself: nobody pays who did not say so, and
 * who pays can stop at any time.
 */
export interface Offer {
  /** What the plan is called ("GOLD"): never translated. */
  readonly plan: string
  readonly price: Money
  readonly per: Period
  /** Days for nothing at the start; 0 for none. */
  readonly trialDays: number
}

export type Period = 'month' | 'year'
