import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { card } from '../../components/card.ts'
import type { Html } from '../../page.ts'
import { becauseOf, type Followed } from '../mine/newest.ts'
import type { Manner } from './top.ts'
import { why } from './why.ts'

/** What is new in what a reader follows, each with what speaks for it; no part where nothing is. */
export function followedOf(
  { tongue, ...around }: Manner,
  followed: readonly Followed[],
): Html | '' {
  if (followed.length === 0) return ''
  const { say, locale } = tongue
  const mine = href(addresses.mine, { locale: locale.name })
  const drawn = followed.map(({ story, why: things }) =>
    card(tongue, story, 'river', { ...around, beside: why(becauseOf(tongue, things)) }),
  )
  return html`<section class="others followed"><div class="head"><h2>${say('front-followed')}</h2><a href="${mine}">${say('nav-mine')}</a></div><ul class="cards">${drawn}</ul></section>`
}
