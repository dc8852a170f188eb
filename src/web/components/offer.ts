import { html } from 'hono/html'
import type { SaleOffer } from '#access'
import { moneyText } from '#ground/money'
import { addresses, href } from '../addresses.ts'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'

interface Saying {
  /** Whether it can be paid here: a price that nobody can pay is not named. */
  readonly sold: boolean
  readonly trial?: boolean
  readonly until?: Temporal.PlainDate
}

/** What is said before anybody takes up an offer: what it is, what it costs, and how it ends. */
export function offerSays(
  tongue: Tongue,
  offer: SaleOffer,
  { sold, trial = offer.trialDays > 0, until }: Saying,
): readonly string[] {
  const { say } = tongue
  const { plan, per, trialDays: days } = offer
  const price = moneyText(offer.price, tongue.locale.tag)
  if (!trial && !sold) return [say('offer-not-sold', { plan })]
  if (!trial) return [say(`offer-costs-${per}`, { plan, price }), say('offer-cancel')]
  const ends = until === undefined ? [] : [say('offer-until', { date: tongue.date(until) })]
  const then = sold ? say(`offer-then-${per}`, { price }) : say('offer-then-nothing')
  return [say('offer-free', { days }), ...ends, then]
}

/** Where a trial is begun, coming back here afterwards. */
export function trialPath(
  { locale }: Tongue,
  { plan }: Pick<SaleOffer, 'plan'>,
  returnTo: string | null = null,
): string {
  const asked = new URLSearchParams({ plan, ...(returnTo !== null && { return: returnTo }) })
  return `${href(addresses.trial, { locale: locale.name })}?${asked}`
}

/** Leads strangers through signing in to the page where the trial begins. */
export function trialLink(tongue: Tongue, offer: SaleOffer, returnTo: string | null = null): Html {
  const { plan } = offer
  return html`<a class="button first" href="${trialPath(tongue, offer, returnTo)}" rel="nofollow">${tongue.say('offer-try', { plan })}</a>`
}

/** Begins the trial at once, for a reader who has read what it is beside the button. */
export function trialForm(tongue: Tongue, { plan }: SaleOffer, returnTo: string | null): Html {
  const { say, locale } = tongue
  const going =
    returnTo === null ? '' : html`<input type="hidden" name="return" value="${returnTo}">`
  return html`<form method="post" action="${href(addresses.trial, { locale: locale.name })}"><input type="hidden" name="plan" value="${plan}">${going}<button type="submit" class="button first">${say('offer-try', { plan })}</button></form>`
}

/** The call to action in the bar: the first trial that can be had, nothing where there is none. */
export function invitation(offers: () => readonly SaleOffer[]): (tongue: Tongue) => Html | '' {
  return (tongue) => {
    const offer = offers().find(({ trialDays }) => trialDays > 0)
    if (offer === undefined) return ''
    const { plan } = offer
    return html`<a class="invitation" href="${trialPath(tongue, offer)}" rel="nofollow">${tongue.say('offer-try', { plan })}</a>`
  }
}
