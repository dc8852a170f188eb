import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { addresses, href } from '../../addresses.ts'
import type { MessageKey } from '../../languages/say.ts'
import type { Layout } from '../../layout.ts'
import { sendPage } from '../../page.ts'
import type { Visit } from '../../visit.ts'

/** A page that says why there is no page. */
export interface Notice {
  readonly status: ContentfulStatusCode
  readonly title: MessageKey
  readonly text: MessageKey
}

export const notFoundNotice: Notice = { status: 404, title: 'missing-title', text: 'missing-text' }
export const goneNotice: Notice = { status: 410, title: 'gone-title', text: 'gone-text' }
export const failureNotice: Notice = { status: 500, title: 'failure-title', text: 'failure-text' }
export const methodNotice: Notice = { status: 405, title: 'method-title', text: 'method-text' }

export function sendNotice(
  c: Context<Visit>,
  { lay }: { readonly lay: Layout },
  { status, title, text }: Notice,
): Promise<Response> {
  const tongue = c.get('tongue')
  const { say, locale } = tongue
  const names = { locale: locale.name }
  const body = html`<div class="notice"><h1>${say(title)}</h1><p>${say(text)}</p><p class="ways"><a class="button" href="${href(addresses.front, names)}">${say('to-front')}</a><a class="button" href="${href(addresses.publications, names)}">${say('nav-catalogue')}</a></p></div>`
  return sendPage(c, lay(tongue, { title: say(title), path: null, kind: 'notice', body }), {
    status,
  })
}
