import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import { addresses, href } from '../../../addresses.ts'
import { icon } from '../../../components/icon.ts'
import type { Tongue } from '../../../languages/tongue.ts'
import type { Html } from '../../../page.ts'
import type { PageNeeds } from '../../../page-needs.ts'
import type { StoryPage } from '../page.ts'
import { leadMinutes, listeningMinutes } from './listening-minutes.ts'

/**
 * Plays the story here; without a script it leads to the sound itself. Whoever may not read the rest
 * hears the beginning, and is told so before.
 */
export function listenTool(tongue: Tongue, { opening, audible }: StoryPage): Html | '' {
  if (!audible) return ''
  const { say, locale } = tongue
  const { story } = opening
  const names = {
    locale: locale.name,
    publication: story.publicationSlug,
    edition: story.editionSlug,
    story: story.slug,
  }
  const isLead = opening.kind === 'lead'
  const minutes = isLead ? leadMinutes(story) : listeningMinutes(story)
  const words = say(isLead ? 'listen-beginning' : 'listen')
  const at = href(addresses.player, { locale: locale.name })
  return html`<a class="tool listen" href="${href(addresses.narrationSound, names)}" rel="nofollow" data-island="listen" data-at="${at}">${icon('listen')}<span>${words}</span> <small>${say('listen-length', { minutes })}</small></a>`
}

/** Whether a voice here speaks its language, and its publisher lets it. */
export function isAudible(
  { narrator }: Pick<PageNeeds, 'narrator'>,
  { story }: { readonly story: Pick<StoryCard, 'language'> },
  { permits }: Pick<StoryPage['publication'], 'permits'>,
): boolean {
  if (narrator === null || !permits.narration) return false
  return narrator.voices(story.language, permits.thirdParties).length > 0
}
