import { html } from 'hono/html'
import type { Offer } from '#access'
import type { Length, Licence, PublicStory } from '#catalogue'
import type { WhyNot } from '#reading'
import { addresses, href } from '../../addresses.ts'
import { icon } from '../../components/icon.ts'
import { standHolds } from '../../components/stand-holds.ts'
import type { Counts } from '../../keeping/shelves.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

export interface Wall {
  readonly story: PublicStory
  readonly because: WhyNot
  readonly licence: Pick<Licence, 'freeAtHome'>
  readonly stand: string
  readonly offers: readonly Offer[]
  readonly counts: Counts
}

/**
 * What is left of the story, why it stops here, what a plan would open, and every way to read on that
 * there is today: nothing is offered that cannot be done.
 */
export function wallAround(tongue: Tongue, wall: Wall): Html {
  const { story, because, stand, offers, counts } = wall
  const { say } = tongue
  const publication = story.publicationTitle
  const reason = say(`wall-${because}`, { publication, stand })
  const [offer] = offers
  const holding = standHolds(tongue, counts)
  const opens =
    offer === undefined ? say('wall-opens') : say('wall-plan-opens', { plan: offer.plan, holding })
  return html`${story.left && whatIsLeft(tongue, story.left)}<aside class="wall" aria-labelledby="wall"><h2 id="wall">${say('wall-title')}</h2><p>${storyFrom(tongue, story)} ${reason}</p><p class="opens">${opens}</p><ul class="ways">${waysOn(tongue, wall)}</ul></aside>`
}

function waysOn(tongue: Tongue, { story, licence, offers }: Wall): Html {
  const { say, locale } = tongue
  const free = licence.freeAtHome
  const home = homeLink(story.home, (host) => say(free ? 'wall-home-free' : 'wall-home', { host }))
  const plan = offers[0]?.plan
  const words = plan === undefined ? say('wall-see-open') : say('wall-see-plan', { plan })
  const plans = html`<a class="onward" href="${href(addresses.plans, { locale: locale.name })}">${words}${icon('next')}</a>`
  return html`${home && html`<li>${home}</li>`}<li>${plans}</li>`
}

function whatIsLeft(tongue: Tongue, { paragraphs, minutes }: Length): Html {
  const time = tongue.say('minutes-long', { minutes: Math.max(1, minutes) })
  return html`<p class="left"><span>${tongue.say('left', { paragraphs, time })}</span></p>`
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
