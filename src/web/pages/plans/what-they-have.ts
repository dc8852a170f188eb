import { isRenewing, standingOf } from '#access'
import type { Tongue } from '../../languages/tongue.ts'
import type { AppNeeds } from '../../needs.ts'
import { seatWords, standingWords } from './standing-words.ts'

/** What the page of plans says to one reader and to nobody else. */
export interface TheirPlans {
  /** What they have, or had, a sentence each. */
  readonly says: readonly string[]
  /** They had no trial and no plan, and read with nobody else's: a trial can be theirs. */
  readonly mayTry: boolean
  /** Of a plan that goes on by itself there is nothing to buy. */
  readonly goesOn: (planId: string) => boolean
}

export async function whatTheyHave(
  needs: Pick<AppNeeds, 'access' | 'clock'>,
  tongue: Tongue,
  readerId: string,
): Promise<TheirPlans> {
  const { access, clock } = needs
  const at = clock()
  const theirs = await access.subscriptions.of(readerId)
  const said = await Promise.all(
    theirs.map(async (subscription) => {
      const { planId } = subscription
      const plan = (await access.plans.byId(planId))?.name ?? planId
      const standing = standingOf(subscription, at, access.rules.zone)
      return standing.state === 'none'
        ? ''
        : standingWords(needs, tongue, { plan, subscription, standing })
    }),
  )
  const says = [...said, await seatWords(needs, tongue, readerId)].filter((one) => one !== '')
  const going = new Set(theirs.filter(isRenewing).map(({ planId }) => planId))
  return {
    says,
    mayTry: theirs.length === 0 && says.length === 0,
    goesOn: (planId) => going.has(planId),
  }
}
