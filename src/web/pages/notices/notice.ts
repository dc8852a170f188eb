import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { EditionCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { copyOf } from '../../components/cover.ts'
import type { MessageKey } from '../../languages/say.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Layout } from '../../layout.ts'
import { type Html, sendPage } from '../../page.ts'
import type { Visit } from '../../visit.ts'
import { type OrnamentName, ornament } from './ornament.ts'

/** A page that says why there is no page. It asks no store, so it is there when they are not. */
export interface Notice {
  readonly status: ContentfulStatusCode
  readonly title: MessageKey
  readonly text: MessageKey
}

export const notFoundNotice: Notice = {
  status: 404,
  title: 'missing-title',
  text: 'missing-text',
}
export const goneNotice: Notice = {
  status: 410,
  title: 'gone-title',
  text: 'gone-text',
}
export const failureNotice: Notice = {
  status: 500,
  title: 'failure-title',
  text: 'failure-text',
}
export const methodNotice: Notice = {
  status: 405,
  title: 'method-title',
  text: 'method-text',
}

export const foreignNotice: Notice = {
  status: 403,
  title: 'foreign-title',
  text: 'foreign-text',
}

/** Somebody searches more than a person can. */
export const busyNotice: Notice = {
  status: 429,
  title: 'search-busy-title',
  text: 'search-busy-text',
}

/** Of pages that are not kept for everybody. */
export const busyPageNotice: Notice = { ...busyNotice, text: 'page-busy-text' }

/** @param newest what to read instead: the newest edition of the publication it was in */
export function sendNotice(
  c: Context<Visit>,
  { lay }: { readonly lay: Layout },
  notice: Notice,
  newest?: EditionCard,
): Promise<Response> {
  const tongue = c.get('tongue')
  const { status, title, text } = notice
  const words = html`<h1>${tongue.say(title)}</h1><p>${tongue.say(text)}</p>`
  const body = html`<div class="notice">${ornament(ornamentFor(status))}${words}${newest && instead(tongue, newest)}${waysOn(tongue, notice)}</div>`
  const sheet = { title: tongue.say(title), path: null, kind: 'notice', body } as const
  return sendPage(c, lay(tongue, sheet), { status })
}

function ornamentFor(status: number): OrnamentName {
  if (status >= 500) return 'failure'
  return status === 410 ? 'gone' : 'missing'
}

function instead(tongue: Tongue, newest: EditionCard): Html {
  const publication = newest.publication.title
  return html`<section class="instead" aria-labelledby="instead"><h2 id="instead">${tongue.say('gone-from', { publication })}</h2><ul>${copyOf(tongue, newest)}</ul></section>`
}

function waysOn({ say, locale }: Tongue, { status }: Notice): Html {
  const names = { locale: locale.name }
  // A query alone leads to the page itself, whatever its path.
  const again = status >= 500 && html`<a class="button" href="?">${say('try-again')}</a>`
  const front = html`<a class="button" href="${href(addresses.front, names)}">${say('to-front')}</a>`
  const catalogue = html`<a class="button" href="${href(addresses.publications, names)}">${say('nav-catalogue')}</a>`
  return html`<p class="ways">${again}${front}${catalogue}</p>`
}
