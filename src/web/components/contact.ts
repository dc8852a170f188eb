import { html } from 'hono/html'
import type { Tongue } from '../languages/tongue.ts'
import type { WebSettings } from '../needs.ts'
import type { Html } from '../page.ts'

/** Who runs the stand and how to reach them; nothing where the operator did not say. */
export function contactOf(
  { say }: Tongue,
  { name: stand, operator, contact }: Pick<WebSettings, 'name' | 'operator' | 'contact'>,
): Html | '' {
  const who = operator === '' ? '' : html`<p>${say('contact-operator', { stand, operator })}</p>`
  if (contact === null) return who
  const words = say(contact.protocol === 'mailto:' ? 'contact-mail' : 'contact-page', {
    where: reachedAt(contact),
  })
  return html`${who}<p><a class="onward" href="${contact.href}">${words}</a></p>`
}

/** An e-mail address or the host of a page, as people write them. */
export const reachedAt = (contact: URL): string =>
  contact.protocol === 'mailto:' ? decodeURIComponent(contact.pathname) : contact.host
