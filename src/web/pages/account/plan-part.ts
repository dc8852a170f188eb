import { html } from 'hono/html'
import { type Standing, type Subscription, standingOf } from '#access'
import { moneyText } from '#ground/money'
import { addresses, href } from '../../addresses.ts'
import { deed, doneWords } from '../../components/form.ts'
import type { Part } from '../../components/plain.ts'
import { vatSays } from '../../components/vat.ts'
import type { MessageKey } from '../../languages/say.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { dayOf } from '../plans/day-of.ts'
import { namesCharge, seatWords, standingWords } from '../plans/standing-words.ts'
import { voucherPath } from '../plans/voucher-path.ts'
import { editionName, editionsPart } from './editions-part.ts'

/** What was done to a plan a moment ago, as the address of the account says it. */
const doneAs = {
  cancelled: 'plan-cancelled',
  'goes-on': 'plan-goes-on',
  withdrawn: 'plan-withdrawn',
  'nothing-changed': 'plan-nothing-changed',
  paid: 'plan-paid',
  'paid-wait': 'plan-paid-wait',
} as const satisfies Record<string, MessageKey>

export type PlanDone = keyof typeof doneAs

const isDone = (text: string | undefined): text is PlanDone => text !== undefined && text in doneAs

/**
 * What a reader has of each plan, how it ends, what is charged next and when, how to stop, and what
 * was paid.
 * @param done what the query of the address says
 */
export async function planParts(
  needs: PageNeeds,
  tongue: Tongue,
  readerId: string,
  done?: string,
): Promise<readonly Part[]> {
  const { access, settings, clock } = needs
  const { say, locale } = tongue
  const theirs = await access.subscriptions.of(readerId)
  const [shared, ...told] = await Promise.all([
    seatWords(needs, tongue, readerId),
    ...theirs.map((one) => wordsOf(needs, tongue, one)),
  ])
  const plans = href(addresses.plans, { locale: locale.name })
  const ways = html`<p class="ways"><a class="button" href="${plans}">${say('footer-plans')}</a><a class="button" href="${voucherPath(tongue, null)}">${say('wall-voucher')}</a></p>`
  const isCharged = theirs.some((one) => namesCharge(standingOf(one, clock(), access.rules.zone)))
  const none = shared === '' ? say('plan-no-plan', { stand: settings.name }) : ''
  return [
    {
      title: say('plan-part'),
      says: [
        isDone(done) ? doneWords(say(doneAs[done])) : '',
        shared,
        told.length === 0 ? none : html`<ul class="owned">${told}</ul>`,
        ...(isCharged ? vatSays(tongue, settings) : []),
        ways,
      ],
    },
    ...(await editionsPart(needs, tongue, readerId)),
    ...(await receiptsPart(needs, tongue, readerId)),
  ]
}

async function wordsOf(
  needs: PageNeeds,
  tongue: Tongue,
  subscription: Subscription,
): Promise<Html> {
  const { access, clock } = needs
  const plan = (await access.plans.byId(subscription.planId))?.name ?? subscription.planId
  const standing = standingOf(subscription, clock(), access.rules.zone)
  const { withdrawal } = standing
  const withdraw =
    withdrawal &&
    html`<p class="about">${tongue.say('plan-withdraw-until', { date: tongue.date(lastDay(needs, withdrawal.until)) })} <a href="${withdrawPath(tongue, subscription)}">${tongue.say('plan-withdraw')}</a></p>`
  const cards = href(addresses.portal, { locale: tongue.locale.name })
  const portal =
    access.shop !== null &&
    subscription.contract !== null &&
    deed(cards, tongue.say('plan-portal'), { subscription: subscription.id })
  const held = { plan, subscription, standing }
  const card = portal && standing.state === 'grace' && html`<p>${tongue.say('plan-card')}</p>`
  return html`<li><p>${standingWords(needs, tongue, held)}</p>${card}${choiceOf(tongue, held)}${portal}${withdraw}</li>`
}

interface Held {
  readonly plan: string
  readonly subscription: Subscription
  readonly standing: Standing
}

/** One press, and nothing more, stops what goes on by itself; and lets it go on again. */
function choiceOf({ say, locale }: Tongue, { plan, subscription, standing }: Held): Html | '' {
  const { contract, id } = subscription
  if (contract === null || contract.over) return ''
  const at = href(addresses.accountPlan, { locale: locale.name })
  const renews = standing.state === 'active' || standing.nextCharge !== null
  return renews
    ? deed(at, say('plan-cancel', { plan }), { subscription: id, renews: 'no' })
    : deed(at, say('plan-go-on', { plan }), { subscription: id, renews: 'yes' })
}

/** The last day on which something can be done that can be done until a midnight. */
const lastDay = (needs: PageNeeds, until: Temporal.Instant) =>
  dayOf(needs, until.subtract({ seconds: 1 }))

export const withdrawPath = ({ locale }: Tongue, { id }: Pick<Subscription, 'id'>) =>
  `${href(addresses.accountWithdraw, { locale: locale.name })}?${new URLSearchParams({ subscription: id })}`

async function receiptsPart(
  needs: PageNeeds,
  tongue: Tongue,
  readerId: string,
): Promise<readonly Part[]> {
  const receipts = await needs.access.receipts.of(readerId)
  if (receipts.length === 0) return []
  const { say, locale, date } = tongue
  const lines = receipts.map(({ what, amount, at, label, edition }) => {
    const price = moneyText(amount, locale.tag)
    const thing = edition === null ? label : editionName(tongue, edition)
    const said = say(`receipt-${what}`, { date: date(dayOf(needs, at)), price, what: thing })
    return html`<li>${said}</li>`
  })
  return [{ title: say('receipts'), says: [html`<ul class="owned">${lines}</ul>`] }]
}
