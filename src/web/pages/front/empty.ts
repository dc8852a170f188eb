import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { WebSettings } from '../../needs.ts'

const followFeed = 'npm run kiosk -- feed add https://example.org/feed.xml'
const bringIn = 'npm run kiosk -- import ./stories'

/** The front page of a stand on which nothing has come out yet: how to begin. */
export function emptySheet(tongue: Tongue, { name }: WebSettings): Sheet {
  const { say, locale } = tongue
  return {
    title: name,
    path: href(addresses.front, { locale: locale.name }),
    kind: 'notice',
    body: html`<div class="notice"><h1>${say('empty-title')}</h1><p>${say('empty-text', { stand: name })}</p><p>${say('empty-feed')}</p><pre dir="ltr" tabindex="0"><code>${followFeed}</code></pre><p>${say('empty-import')}</p><pre dir="ltr" tabindex="0"><code>${bringIn}</code></pre></div>`,
  }
}
