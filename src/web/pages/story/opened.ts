import { html } from 'hono/html'
import type { Whole } from '#reading'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

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
