import { html } from 'hono/html'
import { type SaleOffer, scopeOpens } from '#access'
import type { Length, Publication, PublicStory } from '#catalogue'
import { type Money, moneyText } from '#ground/money'
import { signInFor } from '../../components/bar.ts'
import { storyLink } from '../../components/card.ts'
import { icon } from '../../components/icon.ts'
import { offerSays, trialForm, trialLink } from '../../components/offer.ts'
import { standHolds } from '../../components/stand-holds.ts'
import { vatSays } from '../../components/vat.ts'
import type { Counts } from '../../keeping/shelves.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { WebSettings } from '../../needs.ts'
import type { Html } from '../../page.ts'
import { buyEditionPath, buyPath } from '../buy/buy-path.ts'
import { plansPath } from '../plans/plans-path.ts'
import { voucherPath } from '../plans/voucher-path.ts'
import type { OwnFacts, Shut } from './own-facts.ts'

export interface Wall {
  readonly opening: Shut
  readonly publication: Pick<Publication, 'id' | 'kind' | 'licence'>
  readonly stand: string
  readonly settings: Pick<WebSettings, 'vat'>
  readonly offers: readonly SaleOffer[]
  /** Whether anything can be paid for here. */
  readonly sold: boolean
  /** What the edition costs alone, or null. */
  readonly alone: Money | null
  readonly counts: Counts
  /** Null on the page that is for anyone. */
  readonly own: OwnFacts | null
  /** When the meter begins anew. */
  readonly meterFrom: Temporal.PlainDate
  /** Where to read on when it is open, if not on the page of the story itself. */
  readonly back?: string
}

/**
 * What is left of the story, why it stops here, what opens the rest and what that costs, and every
 * way to read on that there is today: nothing is offered that cannot be done.
 */
export function wallAround(tongue: Tongue, wall: Wall): Html {
  const { story } = wall.opening
  const offers = wall.offers.filter(({ scope }) => scopeOpens(scope, wall.publication))
  const offer = offers.find(({ trialDays }) => trialDays > 0) ?? offers[0]
  const left = story.left && whatIsLeft(tongue, story.left)
  const why = html`<p>${storyFrom(tongue, story)} ${whyShut(tongue, wall)}</p>`
  const taken = offer === undefined ? withoutPlan(tongue, wall) : offered(tongue, wall, offer)
  return html`${left}<aside class="wall" aria-labelledby="wall"><h2 id="wall">${tongue.say('wall-title')}</h2>${why}${taken}<ul class="ways">${waysOn(tongue, wall, offer)}</ul></aside>`
}

function whyShut(tongue: Tongue, { opening, stand, own, meterFrom }: Wall): string {
  const { story, because } = opening
  const names = { publication: story.publicationTitle, stand }
  switch (because) {
    case 'trial-ended':
    case 'plan-ended': {
      const endedOn = own?.endedOn ?? null
      // A right that was given by hand, or shared, ends without a subscription of one's own.
      if (endedOn === null) return tongue.say('wall-plan-needed', names)
      return tongue.say(`wall-${because}`, { ...names, date: tongue.date(endedOn) })
    }
    case 'meter-spent':
      return tongue.say('wall-meter-spent', { ...names, date: tongue.date(meterFrom) })
    default:
      return tongue.say(`wall-${because}`, names)
  }
}

/** Where no plan opens it: its edition alone, if that is sold. */
function withoutPlan(tongue: Tongue, wall: Wall): Html {
  const { alone, settings } = wall
  const { say, locale } = tongue
  if (alone === null) return html`<p class="opens">${say('wall-opens')}</p>`
  const price = moneyText(alone, locale.tag)
  const says = [say('edition-alone', { price }), ...vatSays(tongue, settings)]
  return html`<p class="opens">${says.join(' ')}</p><a class="button first" href="${editionPath(tongue, wall)}" rel="nofollow">${say('edition-buy')}</a>`
}

/** Where the edition of a story is bought, coming back to where its lead ended. */
function editionPath(tongue: Tongue, wall: Wall): string {
  const { publicationSlug, editionSlug } = wall.opening.story
  const edition = { publication: publicationSlug, edition: editionSlug }
  return buyEditionPath(tongue, edition, restOf(tongue, wall))
}

/** One offer: what it opens, the button, and beside the button everything that follows from it. */
function offered(tongue: Tongue, wall: Wall, offer: SaleOffer): Html {
  const { say } = tongue
  const { opening, sold, counts, own, settings } = wall
  const { plan, scope, trialDays } = offer
  const opens =
    scope.what === 'stand'
      ? say('wall-plan-opens', { plan, holding: standHolds(tongue, counts) })
      : say('wall-plan-opens-publication', { plan, publication: opening.story.publicationTitle })
  const trial = isToTry(wall, offer)
  const until = own === null ? {} : { until: own.trialUntil(trialDays) }
  const vat = sold ? vatSays(tongue, settings) : []
  const says = [...offerSays(tongue, offer, { sold, trial, ...until }), ...vat]
  const back = restOf(tongue, wall)
  const begin = own === null ? trialLink(tongue, offer, back) : trialForm(tongue, offer, back)
  const buy =
    sold &&
    html`<a class="button first" href="${buyPath(tongue, offer, back)}" rel="nofollow">${say('buy-title', { plan })}</a>`
  return html`<p class="opens">${opens}</p>${trial ? begin : buy}<p class="terms">${says.join(' ')}</p>`
}

/** Whether the button begins a trial: who had one is offered what it costs. */
const isToTry = ({ own }: Wall, { trialDays }: SaleOffer) =>
  trialDays > 0 && (own === null || own.mayTry)

/** Where the button buys the plan for one period, the ways to buy it for another. */
function otherPeriods(tongue: Tongue, wall: Wall, offer: SaleOffer): readonly Html[] {
  if (!wall.sold || isToTry(wall, offer)) return []
  const { planId, priceId } = offer
  const others = wall.offers.filter((one) => one.planId === planId && one.priceId !== priceId)
  return others.map((one) => {
    const price = moneyText(one.price, tongue.locale.tag)
    const words = tongue.say(`plans-buy-${one.per}`, { price })
    return onward(buyPath(tongue, one, restOf(tongue, wall)), words, 'nofollow')
  })
}

/** Where the lead ended: the place to come back to. */
const restOf = (tongue: Tongue, { opening, back }: Pick<Wall, 'opening' | 'back'>) =>
  back ?? `${storyLink(tongue, opening.story)}#rest`

function waysOn(tongue: Tongue, wall: Wall, offer: SaleOffer | undefined): Html {
  const { say, locale } = tongue
  const { opening, publication, own, sold, alone } = wall
  const { story, because } = opening
  const ways: readonly (Html | '')[] = [
    ...(offer === undefined ? [] : otherPeriods(tongue, wall, offer)),
    because === 'meter-waits' ? onward(restOf(tongue, wall), say('wall-open-now')) : '',
    own === null
      ? onward(signInFor(locale.name, restOf(tongue, wall)), say('wall-sign-in'), 'nofollow')
      : '',
    offer === undefined
      ? onward(plansPath(tongue, null), say('wall-see-open'))
      : onward(
          plansPath(tongue, restOf(tongue, wall)),
          say(sold ? 'wall-see-plan' : 'wall-see-plan-open', { plan: offer.plan }),
          'nofollow',
        ),
    offer === undefined || alone === null
      ? ''
      : onward(
          editionPath(tongue, wall),
          say('wall-edition', { price: moneyText(alone, locale.tag) }),
          'nofollow',
        ),
    offer === undefined
      ? ''
      : onward(voucherPath(tongue, restOf(tongue, wall)), say('wall-voucher'), 'nofollow'),
    homeLink(story.home, (host) =>
      say(publication.licence.freeAtHome ? 'wall-home-free' : 'wall-home', { host }),
    ),
  ]
  return html`${ways.filter((way) => way !== '').map((way) => html`<li>${way}</li>`)}`
}

function onward(to: string, words: string, rel = ''): Html {
  return html`<a class="onward" href="${to}" ${rel && html`rel="${rel}"`}>${words}${icon('next')}</a>`
}

function whatIsLeft(tongue: Tongue, { paragraphs, minutes }: Length): Html {
  const time = tongue.say('minutes-long', { minutes: Math.max(1, minutes) })
  return html`<p class="left" id="rest"><span>${tongue.say('left', { paragraphs, time })}</span></p>`
}

/** One whole sentence: "Dit artikel komt uit The Harbour Courier van 20 mei 2025." */
export function storyFrom(tongue: Tongue, story: PublicStory): string {
  const date = tongue.date(story.editionDate)
  return tongue.say('story-from', { publication: story.publicationTitle, date })
}

/** Where the publisher gave a summary only: that it did, and where the story goes on. */
export function summaryOnly(tongue: Tongue, home: string | null): Html {
  const { say } = tongue
  const link = homeLink(home, (host) => say('read-on', { host }))
  return html`<aside class="wall summary"><p>${say('summary-only')}</p>${link && html`<p>${link}</p>`}</aside>`
}

/** A link to the publisher's own page; nothing for an address that is not of the web. */
function homeLink(home: string | null, words: (host: string) => string): Html | '' {
  const address = home === null ? null : URL.parse(home)
  if (address === null || !/^https?:$/.test(address.protocol)) return ''
  const host = address.hostname.replace(/^www\./, '')
  return html`<a class="onward" href="${address.href}" rel="noopener">${words(host)}${icon('external')}</a>`
}
