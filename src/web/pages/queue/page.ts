import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { storyLink } from '../../components/card.ts'
import { type IconName, icon } from '../../components/icon.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { listeningMinutes } from '../story/narration/listening-minutes.ts'
import { nameOf } from './story-named.ts'

/**
 * A reader's queue; every deed is a form. For a stranger (null) the script fills in what their browser
 * keeps: it takes the pieces from the same page.
 */
export function queueSheet(tongue: Tongue, queued: readonly StoryCard[] | null): Sheet {
  const { say, locale } = tongue
  const title = say('queue-title')
  const at = href(addresses.queue, { locale: locale.name })
  const stories = queued ?? []
  const local = queued === null ? html`data-local=""` : ''
  const player = href(addresses.player, { locale: locale.name })
  const full = html`<div class="full" ${stories.length === 0 ? 'hidden' : ''}><div class="above"><p class="holds">${queued === null ? '' : holds(tongue, stories)}</p><button type="button" class="button play-all scripted">${icon('listen')}${say('queue-play')}</button></div><ol class="queued">${stories.map((story) => item(tongue, story))}</ol>${clearing(tongue, at)}</div>`
  return {
    title,
    path: at,
    unlisted: true,
    kind: 'plain',
    styles: 'queue.css',
    body: html`<div class="plain queue-page"><header><h1>${title}</h1><p class="standfirst">${say('queue-intro')}</p></header><div data-island="queue" data-at="${player}" ${local}>${full}${emptyOf(tongue, queued)}</div>${queued === null ? forStranger(tongue, at) : ''}</div>`,
  }
}

function holds(tongue: Tongue, stories: readonly StoryCard[]): string {
  if (stories.length === 0) return ''
  const minutes = stories.reduce((sum, story) => sum + listeningMinutes(story), 0)
  const time = tongue.duration(minutes)
  return tongue.say('queue-holds', { stories: stories.length, time })
}

function item(tongue: Tongue, story: StoryCard): Html {
  const speech = spokenIn(story.language, story.direction)
  const link = html`<a href="${storyLink(tongue, story)}" ${speech}>${story.headline}</a>`
  const from = html`<span class="from" ${spokenIn(story.publicationLanguage)}>${story.publicationTitle}</span>`
  const minutes = tongue.say('listen-length', { minutes: listeningMinutes(story) })
  return html`<li data-story="${nameOf(story)}"><div class="words"><h2>${link}</h2><p class="facts"><span><bdi>${from}</bdi></span><span>${minutes}</span></p></div>${deedsOf(tongue, nameOf(story), story.headline)}</li>`
}

function deedsOf(tongue: Tongue, name: string, title: string): Html {
  const { say, locale } = tongue
  const at = href(addresses.queue, { locale: locale.name })
  const deeds: readonly { does: string; drawn: IconName; words: string }[] = [
    { does: 'up', drawn: 'up', words: say('queue-up', { title }) },
    { does: 'down', drawn: 'down', words: say('queue-down', { title }) },
    { does: 'remove', drawn: 'close', words: say('queue-remove', { title }) },
  ]
  const buttons = deeds.map(
    ({ does, drawn, words }) =>
      html`<button type="submit" name="does" value="${does}" aria-label="${words}" title="${words}">${icon(drawn)}</button>`,
  )
  return html`<form method="post" action="${at}"><input type="hidden" name="story" value="${name}">${buttons}</form>`
}

function clearing({ say }: Tongue, at: string): Html {
  return html`<form method="post" action="${at}" class="clear"><button type="submit" class="link" name="does" value="clear">${say('queue-clear')}</button></form>`
}

function emptyOf({ say, locale }: Tongue, queued: readonly StoryCard[] | null): Html {
  const hidden = queued !== null && queued.length > 0 ? 'hidden' : ''
  const front = href(addresses.front, { locale: locale.name })
  return html`<div class="nothing" ${hidden}>${icon('queue')}<h2>${say('queue-empty-title')}</h2><p>${say('queue-empty')}</p><a class="button" href="${front}">${say('queue-to-front')}</a></div>`
}

/** What the script makes a stranger's list from, and what it is worth to sign in. */
function forStranger(tongue: Tongue, at: string): Html {
  const { say, locale } = tongue
  const enter = html`<a class="onward" href="${signInFor(locale.name, at)}" rel="nofollow">${say('log-in')}</a>`
  const blank = html`<li data-story=""><div class="words"><h2><a href=".">%</a></h2><p class="facts"><span><bdi><span class="from"></span></bdi></span></p></div>${deedsOf(tongue, '', '%')}</li>`
  return html`<p class="note scripted">${say('queue-here')} ${enter}</p><p class="note unscripted">${say('queue-script')} ${enter}</p><template id="queued-story">${blank}</template>`
}
