import type { Money } from '#ground/money'
import { bad, good, type Outcome } from '#ground/outcome'
import type { Period } from './offer.ts'
import type { PlanScope } from './opens.ts'

/** What is sold: what it opens, and what it costs. Its name is never translated. */
export interface Plan {
  readonly id: string
  readonly name: string
  readonly scope: PlanScope
  /** Days for nothing at the start, without a card; 0 for none. */
  readonly trialDays: number
  /** Seats of a household beside its owner's. */
  readonly seats: number
  /** What it is sold at today. */
  readonly prices: readonly Price[]
  /** When it was last sold; who has it keeps it. Null while it is on sale. */
  readonly retiredAt: Temporal.Instant | null
}

/** A price is never changed: it is retired, and who bought at it keeps it. */
export interface Price {
  readonly id: string
  readonly per: Period
  readonly price: Money
}

export type PlanDraft = Pick<Plan, 'name' | 'scope' | 'trialDays' | 'seats'>

export const mostSeats = 5
export const mostTrialDays = 366

export type PlanFault = 'no-name' | 'long-name' | 'bad-trial' | 'bad-seats' | 'opens-nothing'

/** A plan as it may be sold. */
export function checkPlan(draft: PlanDraft): Outcome<PlanDraft, PlanFault> {
  const name = draft.name.trim().replace(/\s+/g, ' ')
  if (name === '') return bad('no-name')
  if (name.length > 40) return bad('long-name')
  if (!isWithin(draft.trialDays, mostTrialDays)) return bad('bad-trial')
  if (!isWithin(draft.seats, mostSeats)) return bad('bad-seats')
  const { scope } = draft
  if (scope.what === 'publications' && scope.ids.length === 0) return bad('opens-nothing')
  return good({ ...draft, name })
}

/** Two plans whose names differ in their case alone are one to a reader. */
export function planKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}

function isWithin(count: number, most: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= most
}
