import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { closing } from '../../components/closing.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

/** Parts of the page whose stories are there for the same reason. */
export type Part = 'lead' | 'topics' | 'others' | 'languages'

/** Why these stories are here: a quiet line of every part of the page. */
export const why = (words: string): Html => html`<p class="why">${words}</p>`

/** On each card of a part, the way to see why it is here. */
export const whyMark = ({ say }: Tongue, part: Part): Html =>
  html`<button type="button" class="why-here" popovertarget="why-${part}" aria-label="${say('why-here')}">?</button>`

/** What the marks of a part open: the same words as its line, and how the page is made. */
export function whyTold(tongue: Tongue, part: Part): Html {
  const { say, locale } = tongue
  const about = href(addresses.about, { locale: locale.name })
  return html`${why(say(`why-${part}`))}<div class="slip" id="why-${part}" popover role="dialog" aria-labelledby="why-${part}-title"><h2 id="why-${part}-title">${say('why-here')}</h2><p>${say(`why-${part}`)}. ${say('why-nobody-pays')}</p><p><a href="${about}">${say('front-more')}</a></p>${closing(tongue, `why-${part}`)}</div>`
}
