import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { icon } from '../../components/icon.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { nameOf } from '../queue/story-named.ts'

/**
 * Puts the stories of an edition into the reader's queue; the script plays the first of them as well.
 * Of stories that are not open to them, readers hear the beginning.
 */
export function hearEdition({ say, locale }: Tongue, stories: readonly StoryCard[]): Html | '' {
  const [first] = stories
  if (first === undefined) return ''
  const names = { locale: locale.name }
  const edition = nameOf(first).split('/').slice(0, 2).join('/')
  const player = href(addresses.player, names)
  return html`<form class="hear" method="post" action="${href(addresses.queue, names)}"><input type="hidden" name="edition" value="${edition}"><button type="submit" class="button" name="does" value="add" data-island="queue" data-at="${player}">${icon('listen')}${say('queue-edition')}</button></form>`
}
