import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import { storyLink } from '../../components/card.ts'
import { icon } from '../../components/icon.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

/** Turns the page: links to the stories before and after this one in its edition. */
export function turnOf(tongue: Tongue, id: string, inEdition: readonly StoryCard[]): Html | '' {
  const at = inEdition.findIndex((one) => one.id === id)
  const earlier = at === -1 ? undefined : inEdition[at - 1]
  const later = at === -1 ? undefined : inEdition[at + 1]
  if (earlier === undefined && later === undefined) return ''
  const { say } = tongue
  const link = (story: StoryCard, rel: 'prev' | 'next', words: string) => {
    const arrow = icon(rel === 'prev' ? 'previous' : 'next')
    return html`<a class="${rel}" rel="${rel}" href="${storyLink(tongue, story)}">${arrow}<span><span class="way">${words}</span><span class="headline" ${spokenIn(story.language, story.direction)}>${story.headline}</span></span></a>`
  }
  return html`<nav class="turn" aria-label="${say('turn-page')}">${earlier && link(earlier, 'prev', say('previous-story'))}${later && link(later, 'next', say('next-story'))}</nav>`
}
