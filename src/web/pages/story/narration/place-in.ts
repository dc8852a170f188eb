import { html } from 'hono/html'
import { addresses, href } from '../../../addresses.ts'
import type { Tongue } from '../../../languages/tongue.ts'
import type { Html } from '../../../page.ts'
import { nameOf } from '../../queue/story-named.ts'
import type { StoryPage } from '../page.ts'

/**
 * What the script has to know to go on where the reader was, and to keep where they come to: for a
 * reader it stands in their page, a stranger's browser knows it by itself.
 */
export function placeIn({ say, locale }: Tongue, { opening, place }: StoryPage): Html {
  const at = href(addresses.accountPlaces, { locale: locale.name })
  const kept = place && `${place.block} ${place.share} ${place.at.epochMilliseconds}`
  const known = kept === null ? '' : html`data-place="${kept}"`
  return html`data-island="place" data-story="${nameOf(opening.story)}" data-at="${at}" data-here="${say('place-here')}" data-start="${say('place-start')}" data-close="${say('close')}" ${known}`
}
