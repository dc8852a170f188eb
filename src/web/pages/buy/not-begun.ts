import type { Context } from 'hono'
import { html } from 'hono/html'
import type { NotBegun } from '#access'
import { addresses, href } from '../../addresses.ts'
import { plainBody } from '../../components/plain.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { Visit } from '../../visit.ts'

/**
 * What happened, and what did not.
 * @param returnTo where the reader came from, when there is a way back
 */
export function sendNotBegun(
  c: Context<Visit>,
  { lay }: PageNeeds,
  because: NotBegun,
  returnTo: string | null = null,
): Promise<Response> {
  const tongue = c.get('tongue')
  const { say, locale } = tongue
  const title = say('buy-not-begun')
  const plans = href(addresses.plans, { locale: locale.name })
  const back =
    returnTo === null ? '' : html`<a class="button" href="${returnTo}">${say('go-back')}</a>`
  const ways = html`<p class="ways">${back}<a class="button" href="${plans}">${say('footer-plans')}</a></p>`
  const body = html`${plainBody({ title, intro: say(`buy-${because}`), parts: [] })}${ways}`
  const status = because === 'unreachable' || because === 'refused' ? 502 : 409
  return sendPage(c, lay(tongue, { title, path: null, kind: 'plain', body }), { status })
}
