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
 * hears the beginning, and is told so before. Where no voice here speaks its language, the script shows
 * it if the reader's device has one.
 */
export function listenTool(
  tongue: Tongue,
  { opening, audible, shownIn, publication }: StoryPage,
): Html | '' {
  if (!audible && !publication.permits.narration) return ''
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
  const spoken = shownIn === null ? '' : `?in=${shownIn}`
  return html`<a class="tool listen${audible ? '' : ' scripted'}" href="${href(addresses.narrationSound, names)}${spoken}" rel="nofollow" data-island="listen" data-at="${at}" ${audible ? '' : html`hidden data-device="${story.language}"`}>${icon('listen')}<span>${words}</span> <small>${say('listen-length', { minutes })}</small></a>`
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
