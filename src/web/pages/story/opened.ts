import { html } from 'hono/html'
import type { Whole } from '#reading'
import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

/** Who pays for a story, or for whom somebody does, may give it away. */
const givers: ReadonlySet<Whole['because']> = new Set(['plan', 'voucher', 'household-seat'])

export function givingOf({ say, locale }: Tongue, { because, story }: Whole): Html | '' {
  if (!givers.has(because)) return ''
  const names = {
    locale: locale.name,
    publication: story.publicationSlug,
    edition: story.editionSlug,
    story: story.slug,
  }
  return html`<p class="opened"><a href="${href(addresses.give, names)}">${say('gift-give')}</a></p>`
}

/** Why the rest is open, in passing, where it is worth knowing: it is counted, or it will end. */
export function whyOpened({ say }: Tongue, { because, meter }: Whole): Html | '' {
  const words =
    meter !== null && (because === 'meter' || because === 'counted-already')
      ? say('opened-meter', { used: meter.used, allowed: meter.allowed })
      : because === 'trial'
        ? say('opened-trial')
        : because === 'gift'
          ? say('opened-gift')
          : ''
  return words && html`<p class="opened" role="note">${words}</p>`
}
