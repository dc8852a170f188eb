import { html } from 'hono/html'
import type { Tongue } from '../languages/tongue.ts'
import { type FeedSubject, feedOf } from '../machines/feeds/feed-of.ts'
import type { Html } from '../page.ts'
import { icon } from './icon.ts'

/** A quiet line below a list: how to follow it without coming back. */
export function feedLink(tongue: Tongue, subject: FeedSubject): Html {
  const { atom } = feedOf(tongue, subject)
  return html`<p class="feed"><a href="${atom}" type="application/atom+xml">${icon('feed')}<span>${tongue.say('feed-follow')}</span></a></p>`
}
