import { type AdmitNeeds, isLive, type Standing, type Subscription, shutsAt } from '#access'
import { moneyText } from '#ground/money'
import type { Tongue } from '../../languages/tongue.ts'
import type { AppNeeds } from '../../needs.ts'
import { dayOf } from './day-of.ts'

interface Held {
  readonly plan: string
  readonly subscription: Subscription
  readonly standing: Standing
}

/** What a reader has of a plan, how it ends or goes on, and what is charged next. */
export function standingWords(
  needs: Pick<AppNeeds, 'access'>,
  { say, locale, date }: Tongue,
  { plan, subscription, standing }: Held,
): string {
  const { state, until, nextCharge } = standing
  const dateOf = (at: Temporal.Instant | null) => (at === null ? '' : date(dayOf(needs, at)))
  switch (state) {
    case 'active': {
      if (nextCharge === null) return say('plan-ending', { plan, date: dateOf(until) })
      const price = moneyText(nextCharge.price, locale.tag)
      return say('plan-active', { plan, price, date: dateOf(nextCharge.at) })
    }
    case 'grace':
      return say('plan-grace', { plan, date: dateOf(shutsAt(subscription)) })
    case 'none':
      return plan
    default:
      return say(`plan-${state}`, { plan, date: dateOf(until) })
  }
}

/** Whether `standingWords` names the price of the next charge. */
export const namesCharge = ({ state, nextCharge }: Standing): boolean =>
  state === 'active' && nextCharge !== null

/** With whose plan a reader reads who sits in a household, and that it has ended; else empty. */
export async function seatWords(
  { access, clock }: Pick<AppNeeds, 'access' | 'clock'>,
  { say }: Tongue,
  readerId: string,
): Promise<string> {
  if ((await access.households.seatOf(readerId)) === null) return ''
  return say((await isSharing(access, readerId, clock())) ? 'plan-shared' : 'plan-shared-over')
}

async function isSharing(
  { rights }: Pick<AdmitNeeds, 'rights'>,
  readerId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const held = await rights.wide(readerId, at)
  return held.some((right) => right.from === 'household' && isLive(right, at))
}
