import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { plainBody } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { playerTemplate } from './player.ts'

export function listeningSheet(tongue: Tongue): Sheet {
  const { say, locale } = tongue
  const names = { locale: locale.name }
  const title = say('listening-title')
  const queue = html`<p><a class="onward" href="${href(addresses.queue, names)}" rel="nofollow">${say('player-queue')}</a></p>`
  const body = plainBody({
    title,
    intro: say('listening-intro'),
    parts: [
      { title: say('listening-how-title'), says: [say('listening-how'), say('listening-lead')] },
      { title: say('listening-queue-title'), says: [say('listening-queue'), queue] },
      { title: say('listening-voice-title'), says: [say('listening-voice')] },
      { title: say('listening-keys-title'), says: [keys(tongue)] },
    ],
  })
  return {
    title,
    description: say('listening-intro'),
    path: href(addresses.player, names),
    unlisted: true,
    kind: 'plain',
    styles: 'queue.css',
    body: html`${body}${playerTemplate(tongue)}`,
  }
}

/** They are heard while the player is open and nothing is typed: see islands/player/keys.ts. */
function keys({ say }: Tongue): Html {
  const rows = [
    { key: 'K', other: say('listening-key-space'), does: say('listening-key-play') },
    { key: 'J', other: '←', does: say('listening-key-back') },
    { key: 'L', other: '→', does: say('listening-key-forward') },
    { key: '<', does: say('listening-key-slower') },
    { key: '>', does: say('listening-key-faster') },
    { key: 'Esc', does: say('listening-key-close') },
  ]
  return html`<dl class="keys">${rows.map(({ key, other, does }) => html`<div><dt><kbd dir="ltr">${key}</kbd>${other && html` <kbd>${other}</kbd>`}</dt><dd>${does}</dd></div>`)}</dl>`
}
