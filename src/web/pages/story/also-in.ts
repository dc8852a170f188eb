import { html } from 'hono/html'
import type { Door, StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { storyLink } from '../../components/card.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { MessageKey } from '../../languages/say.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

/** Papers named under a story; a report of an agency may be in all of them. */
export const alsoInShown = 6

const doorWords = {
  open: 'open-to-all',
  metered: 'door-metered',
  plan: 'door-plan',
} as const satisfies Record<Door, MessageKey>

/** Who else prints this report, and whether it is open there: those that are come first. */
export function alsoIn(tongue: Tongue, others: readonly StoryCard[]): Html | '' {
  if (others.length === 0) return ''
  const { say, locale } = tongue
  const [open, shut] = [true, false].map((is) =>
    others.filter(({ door }) => (door === 'open') === is),
  )
  const items = [...(open ?? []), ...(shut ?? [])].map((one) => {
    const names = { locale: locale.name, publication: one.publicationSlug }
    return html`<li><span class="tag">${say(doorWords[one.door])}</span> <span><a class="onward" href="${storyLink(tongue, one)}" ${spokenIn(one.language, one.direction)}>${one.headline}</a> <a class="from" href="${href(addresses.publication, names)}" ${spokenIn(one.publicationLanguage)}>${one.publicationTitle}</a></span></li>`
  })
  return html`<section class="renderings" aria-labelledby="also-in"><h2 id="also-in">${say('also-in')}</h2><p>${say('also-in-note')}</p><ul>${items}</ul></section>`
}
