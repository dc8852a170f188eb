import type { Money } from '#ground/money'
import type { Offer } from './offer.ts'
import type { PlanScope } from './opens.ts'
import { afterDays, endOf } from './period.ts'
import type { Plan } from './plan.ts'

/** An offer that can be taken up: the one thing that header, wall, plans page and mails tell of. */
export interface SaleOffer extends Offer {
  readonly planId: string
  readonly priceId: string
  readonly scope: PlanScope
  readonly seats: number
}

/** What is on sale, plan by plan in the order in which they were made, months before years. */
export function offersOf(plans: readonly Plan[]): readonly SaleOffer[] {
  return plans
    .filter(({ retiredAt }) => retiredAt === null)
    .flatMap(({ id, name, prices, scope, seats, trialDays }) =>
      prices
        .toSorted((one, other) => one.per.localeCompare(other.per))
        .map((price) => ({
          plan: name,
          price: price.price,
          per: price.per,
          trialDays,
          planId: id,
          priceId: price.id,
          scope,
          seats,
        })),
    )
}

/** What follows from taking up an offer: everything that is said before the click, and after it. */
export interface Terms {
  /** When the trial ends; by itself, and nothing is charged. Null when there is none. */
  readonly trialUntil: Temporal.Instant | null
  /** What is charged first, and when; null for a trial, which is charged nothing. */
  readonly firstCharge: Charge | null
  /** The next one after it; null when the reader has not chosen to go on by itself. */
  readonly nextCharge: Charge | null
  /** When it ends by itself; null while it is renewed. */
  readonly endsAt: Temporal.Instant | null
  /** Until when it can be withdrawn from, with everything paid back; null when nothing is paid. */
  readonly withdrawUntil: Temporal.Instant | null
  readonly cancel: 'at-any-time'
}

export interface Charge {
  readonly at: Temporal.Instant
  readonly price: Money
}

/** How the reader takes it up: for nothing, for one period, or again and again until they stop. */
export type Choice = 'trial' | 'once' | 'renewing'

/** What follows for whoever takes an offer up at this moment, by the days of the stand's zone. */
export function termsOf(
  { price, per, trialDays }: Pick<SaleOffer, 'price' | 'per' | 'trialDays'>,
  choice: Choice,
  { at, zone }: { readonly at: Temporal.Instant; readonly zone: string },
): Terms {
  const cancel = 'at-any-time'
  if (choice === 'trial') {
    const trialUntil = afterDays(at, trialDays, zone)
    const none = { firstCharge: null, nextCharge: null, withdrawUntil: null }
    return { trialUntil, endsAt: trialUntil, cancel, ...none }
  }
  const end = endOf(at, per, zone)
  return {
    trialUntil: null,
    firstCharge: { at, price },
    nextCharge: choice === 'renewing' ? { at: end, price } : null,
    endsAt: choice === 'renewing' ? null : end,
    withdrawUntil: withdrawalEnd(at, zone),
    cancel,
  }
}

/** Days in which a contract can be withdrawn from (EU Directive 2011/83, article 9). */
const withdrawalDays = 14

/**
 * The end of the last of fourteen days after the one on which something was paid, by the calendar
 * of the stand's zone (Regulation 1182/71, article 3: the day itself does not count).
 */
export function withdrawalEnd(paidAt: Temporal.Instant, zone: string): Temporal.Instant {
  return paidAt
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: withdrawalDays + 1 })
    .toZonedDateTime(zone)
    .toInstant()
}
