import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { WebSettings } from '../../needs.ts'
import { ornament } from '../notices/ornament.ts'

const followFeed = 'npm run kiosk -- feed add https://example.org/feed.xml'
const bringIn = 'npm run kiosk -- import ./stories'

/** The front page of a stand on which nothing has come out yet: how to begin. */
export function emptySheet(tongue: Tongue, { name }: Pick<WebSettings, 'name'>): Sheet {
  const { say, locale } = tongue
  const step = (key: 'empty-feed' | 'empty-import', command: string) =>
    html`<li><p id="${key}">${say(key)}</p><pre dir="ltr" tabindex="0" role="region" aria-labelledby="${key}"><code>${command}</code></pre></li>`
  return {
    title: name,
    path: href(addresses.front, { locale: locale.name }),
    kind: 'notice',
    body: html`<div class="notice">${ornament('empty')}<h1>${say('empty-title')}</h1><p>${say('empty-text', { stand: name })}</p><ol class="steps">${step('empty-feed', followFeed)}${step('empty-import', bringIn)}</ol><p class="facts">${say('empty-where')}</p></div>`,
  }
}
