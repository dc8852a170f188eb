import { html } from 'hono/html'
import type { GivenStory } from '#access'
import { addresses, href } from '../../addresses.ts'
import { doneWords } from '../../components/form.ts'
import type { Part } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { dayOf } from '../plans/day-of.ts'

/**
 * The stories that a reader gave away and that can still be opened, each with a way to take it back.
 * @param done what the query of the address says
 */
export async function giftsPart(
  needs: PageNeeds,
  tongue: Tongue,
  readerId: string,
  done?: string,
): Promise<readonly Part[]> {
  const { access, clock } = needs
  const gifts = await access.gifts.of(readerId, clock())
  const isBack = done === 'gift-back'
  if (gifts.length === 0 && !isBack) return []
  const { say } = tongue
  const list = html`<ul class="owned">${gifts.map((gift) => itemOf(needs, tongue, gift))}</ul>`
  const says = [isBack ? doneWords(say('gift-back')) : '', gifts.length > 0 ? list : '']
  return [{ title: say('gifts'), says }]
}

function itemOf(
  needs: PageNeeds,
  { say, locale, date }: Tongue,
  { id, headline, language, direction, place, openings, opened, madeAt, until }: GivenStory,
): Html {
  const names = { locale: locale.name }
  const story = href(addresses.story, { ...place, ...names })
  const times = { made: date(dayOf(needs, madeAt)), until: date(dayOf(needs, until)) }
  const left = openings - opened
  const at = href(addresses.accountGifts, names)
  const named = `gift-${id}`
  return html`<li><strong><a id="${named}" href="${story}" lang="${language}" dir="${direction}">${headline}</a></strong><span class="about">${say('gift-times', times)} ${say('gift-left', { left })}</span><form method="post" action="${at}"><button class="button" name="gift" value="${id}" aria-describedby="${named}">${say('gift-take-back')}</button></form></li>`
}
