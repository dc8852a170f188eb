import { html } from 'hono/html'
import type { EditionCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { copyOf } from '../../components/cover.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

/** On a phone these are seen without scrolling. */
const seenAtOnce = 4

/** The newest cover of each publication; each leads to its publication. */
export function wall(tongue: Tongue, newest: readonly EditionCard[]): Html {
  const copies = newest.map((card, at) => {
    const names = { locale: tongue.locale.name, publication: card.publication.slug }
    return copyOf(tongue, card, {
      first: at < seenAtOnce,
      to: href(addresses.publication, names),
    })
  })
  return html`<ul class="shelf ${spread(newest.length)}">${copies}</ul>`
}

/** A few copies are shown greater than a wall of many. */
function spread(copies: number): 'few' | 'roomy' | 'dense' {
  if (copies <= 3) return 'few'
  return copies <= 24 ? 'roomy' : 'dense'
}
