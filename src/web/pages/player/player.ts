import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { closing } from '../../components/closing.ts'
import { type IconName, icon } from '../../components/icon.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

const speeds = [0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]
const naps = [15, 30, 60]

/** What the script says when something is not as it should be, by what has happened. */
const sentences = {
  making: 'player-making',
  busy: 'player-busy',
  failed: 'player-failed',
  'no-voice': 'player-mute',
  forbidden: 'player-forbidden',
  withdrawn: 'player-gone',
  missing: 'player-gone',
  device: 'player-device',
  'lead-over': 'player-lead-over',
  over: 'player-over',
  sleeping: 'player-sleeping',
} as const

/**
 * The player as the script takes it from here to the foot of a story: every word in the reader's
 * language, and nothing that works without the script.
 */
export function playerTemplate(tongue: Tongue): Html {
  const { say, locale } = tongue
  const said = Object.entries(sentences).map(
    ([name, key]) => html`<li data-when="${name}">${say(key)}</li>`,
  )
  const queue = href(addresses.queue, { locale: locale.name })
  const places = href(addresses.accountPlaces, { locale: locale.name })
  return html`<template id="player"><section class="player" aria-label="${say('player')}" data-queue="${queue}" data-places="${places}"><audio preload="none"></audio><ul class="sentences" hidden>${said}</ul>
<button type="button" class="here" hidden>${icon('locate')}<span>${say('player-here')}</span></button>
<p class="now"><a class="title" href=".">${say('player')}</a><span class="said" role="status"></span><button type="button" class="link retry" hidden>${say('player-retry')}</button></p>
<div class="line" dir="ltr"><span class="gone" aria-hidden="true"></span><input type="range" class="position" min="0" max="0" step="1" value="0" aria-label="${say('player-position')}"><span class="left" aria-hidden="true"></span></div>
<div class="deeds" dir="ltr">${choice('speed', say('player-speed'), speedsIn(tongue))}${key('back', 'paragraph-back', say('player-back'), 'J')}${playButton(tongue)}${key('forward', 'paragraph-forward', say('player-forward'), 'L')}<button type="button" class="key more" popovertarget="player-more" aria-label="${say('player-more')}">${icon('more')}</button></div>
<button type="button" class="key stop" aria-label="${say('player-close')}" title="${say('player-close')} (Esc)">${icon('close')}</button>
${moreOf(tongue, queue)}</section></template>`
}

function playButton({ say }: Tongue): Html {
  return html`<button type="button" class="key play" aria-keyshortcuts="K" data-play="${say('player-play')}" data-pause="${say('player-pause')}" aria-label="${say('player-play')}" title="${say('player-play')} (K)">${icon('play')}${icon('pause')}</button>`
}

function key(name: string, drawn: IconName, words: string, letter: string): Html {
  return html`<button type="button" class="key ${name}" aria-label="${words}" aria-keyshortcuts="${letter}" title="${words} (${letter})">${icon(drawn)}</button>`
}

interface Option {
  readonly value: string
  readonly says: string
}

function choice(name: string, label: string, options: readonly Option[]): Html {
  const drawn = options.map(
    ({ value, says }) =>
      html`<option value="${value}" ${value === '1' || value === '' ? 'selected' : ''}>${says}</option>`,
  )
  return html`<select class="${name}" aria-label="${label}">${drawn}</select>`
}

/** "1,25 ×" in the reader's own digits. */
function speedsIn({ locale }: Tongue): readonly Option[] {
  const digits = new Intl.NumberFormat(locale.tag)
  return speeds.map((speed) => ({ value: String(speed), says: `${digits.format(speed)}×` }))
}

/** What is not wanted at every moment: whose voice, until when, and what comes next. */
function moreOf(tongue: Tongue, queue: string): Html {
  const { say } = tongue
  const sleeps = [
    { value: '', says: say('player-sleep-off') },
    { value: 'end', says: say('player-sleep-end') },
    ...naps.map((minutes) => ({
      value: String(minutes),
      says: say('player-sleep-minutes', { minutes }),
    })),
  ]
  const computer = say('player-voice-computer')
  const named = say('player-voice-named', { name: '%' })
  return html`<div class="slip" id="player-more" popover role="dialog" aria-labelledby="player-more-title"><h2 id="player-more-title">${say('player-more')}</h2><label>${say('player-voice')}<select class="voice" data-computer="${computer}" data-named="${named}"></select></label><label>${say('player-sleep')}${choice('sleep', say('player-sleep'), sleeps)}</label><p class="coming" hidden>${say('player-next')} <a class="onward" href="${queue}">${say('player-queue')}</a></p><ul class="ways"><li><button type="button" class="link queue-add" data-added="${say('queue-added')}">${say('queue-add')}</button></li><li><a href="${queue}">${say('player-queue')}</a></li><li><a href="${href(addresses.player, { locale: tongue.locale.name })}">${say('player-keys')}</a></li></ul>${closing(tongue, 'player-more')}</div>`
}
