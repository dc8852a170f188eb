import type { Context } from 'hono'
import { type Subscription, withdrawalOf } from '#access'
import { addresses, href } from '../../addresses.ts'
import type { Page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import type { SignedIn, Visit } from '../../visit.ts'
import { accountAt, forReader } from './for-reader.ts'
import { type PlanDone, withdrawPath } from './plan-part.ts'
import { withdrawSheet } from './withdraw-sheet.ts'

/** Cancels a plan that goes on by itself, in one step, or lets it go on again. */
export function changePlan(needs: PageNeeds): Page {
  const { access, clock } = needs
  return forReader(addresses.accountPlan, async (c, signedIn) => {
    const typed = await typedIn(c)
    const subscription = await subscriptionOf(needs, signedIn, typed('subscription'))
    if (subscription === null) return back(c, 'nothing-changed')
    const renews = typed('renews') === 'yes'
    const { effects } = await access.subscriptions.tell(subscription, {
      kind: 'renewal',
      at: clock(),
      renews,
    })
    if (effects.length === 0) return back(c, 'nothing-changed')
    return back(c, renews ? 'goes-on' : 'cancelled')
  })
}

/** The second step that the law asks for: it says what follows, and nothing has happened yet. */
export function showWithdraw(needs: PageNeeds): Page {
  const { access, clock, lay } = needs
  return forReader(addresses.accountWithdraw, async (c, signedIn) => {
    const asked = c.req.query('subscription') ?? ''
    const subscription = await subscriptionOf(needs, signedIn, asked)
    const found = subscription && withdrawalOf(subscription, clock(), access.rules.zone)
    if (subscription === null || found === null) return back(c, 'nothing-changed')
    const tongue = c.get('tongue')
    const plan = (await access.plans.byId(subscription.planId))?.name ?? ''
    const at = href(addresses.accountWithdraw, { locale: tongue.locale.name })
    const path = withdrawPath(tongue, subscription)
    const fields = { subscription: subscription.id }
    const step = { plan, withdrawal: found, path, at, fields }
    return sendPage(c, lay(tongue, withdrawSheet(needs, tongue, step)))
  })
}

/** Withdraws: the contract ends at once, everything is paid back, and a mail says when. */
export function withdraw(needs: PageNeeds): Page {
  const { access, clock } = needs
  return forReader(addresses.accountWithdraw, async (c, signedIn) => {
    const subscription = await subscriptionOf(needs, signedIn, (await typedIn(c))('subscription'))
    if (subscription === null) return back(c, 'nothing-changed')
    const event = { kind: 'withdraw', at: clock() } as const
    const { effects } = await access.subscriptions.tell(subscription, event)
    return back(c, effects.length === 0 ? 'nothing-changed' : 'withdrawn')
  })
}

/** One of this reader's own; null when it is somebody else's. */
async function subscriptionOf(
  { access }: PageNeeds,
  { reader }: SignedIn,
  id: string,
): Promise<Subscription | null> {
  const theirs = await access.subscriptions.of(reader.id)
  return theirs.find((one) => one.id === id) ?? null
}

const back = (c: Context<Visit>, done: PlanDone) =>
  c.redirect(`${accountAt(c)}?done=${done}#done`, 303)
