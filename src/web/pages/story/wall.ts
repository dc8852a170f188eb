import { html } from 'hono/html'
import type { Length, PublicStory } from '#catalogue'
import type { WhyNot } from '#reading'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'

interface Wall {
  readonly story: PublicStory
  readonly because: WhyNot
  readonly stand: string
}

/** What is left of the story, why it stops here, and every other way to read on. */
export function wallAround(tongue: Tongue, { story, because, stand }: Wall): Html {
  const { say } = tongue
  const publication = story.publicationTitle
  const reason = say(`wall-${because}`, { publication, stand })
  return html`${story.left && whatIsLeft(tongue, story.left)}<aside class="wall" aria-labelledby="wall"><h2 id="wall">${say('wall-title')}</h2><p>${storyFrom(tongue, story)}</p><p>${reason}</p>${story.home && homeLink(story.home, (host) => say('wall-home', { host }))}</aside>`
}

function whatIsLeft(tongue: Tongue, { paragraphs, minutes }: Length): Html {
  const time = tongue.say('minutes-long', { minutes: Math.max(1, minutes) })
  return html`<p class="left"><span>${tongue.say('left', { paragraphs, time })}</span></p>`
}

/** One whole sentence: "Dit artikel komt uit The Harbour Courier van 20 mei 2025." */
export function storyFrom(tongue: Tongue, story: PublicStory): string {
  const date = tongue.date(story.editionDate)
  return tongue.say('story-from', { publication: story.publicationTitle, date })
}

/** Where the publisher gave a summary only: that it did, and where the story goes on. */
export function summaryOnly(tongue: Tongue, home: string | null): Html {
  const { say } = tongue
  return html`<aside class="wall summary"><p>${say('summary-only')}</p>${home && homeLink(home, (host) => say('read-on', { host }))}</aside>`
}

/** A link to the publisher's own page; nothing for an address that is not of the web. */
function homeLink(home: string, words: (host: string) => string): Html | '' {
  const address = URL.parse(home)
  if (address === null || !/^https?:$/.test(address.protocol)) return ''
  const host = address.hostname.replace(/^www\./, '')
  return html`<p><a class="onward" href="${address.href}" rel="noopener">${words(host)}</a></p>`
}
