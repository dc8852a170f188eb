import { html } from 'hono/html'
import kiosk from '../../../package.json' with { type: 'json' }
import { addresses, href } from '../addresses.ts'
import type { Tongue } from '../languages/tongue.ts'
import type { WebSettings } from '../needs.ts'
import type { Html } from '../page.ts'

/** The foot below every page: the same page in other languages, and what the stand says of itself. */
export interface Foot {
  readonly languages: (links: Html) => Html
  readonly pages: Html
}

export function footIn({ say, locale }: Tongue, settings: WebSettings): Foot {
  const names = { locale: locale.name }
  const pages = [
    { to: href(addresses.mine, names), named: say('nav-mine') },
    { to: href(addresses.about, names), named: say('footer-about') },
    { to: href(addresses.plans, names), named: say('footer-plans') },
    { to: href(addresses.accessibility, names), named: say('footer-accessibility') },
    { to: href(addresses.privacy, names), named: say('footer-privacy') },
    // What the licence asks us to offer.
    { to: settings.sourceUrl.href, named: say('footer-source') },
  ]
  const made = say('footer-kiosk', { stand: settings.name, version: kiosk.version })
  return {
    languages: (links) =>
      html`<footer class="foot"><nav aria-label="${say('footer-languages')}" data-island="language"><ul>${links}</ul></nav>`,
    pages: html`<nav aria-label="${say('footer-pages')}"><ul>${pages.map(({ to, named }) => html`<li><a href="${to}">${named}</a></li>`)}</ul></nav><p>${made}</p>`,
  }
}

/** Where a printed page can be read again, in letters that can be typed. */
export function onPaper(address: string): Html {
  return html`<p class="on-paper"><bdi dir="ltr">${decodeURI(address)}</bdi></p>`
}
