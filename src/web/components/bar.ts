import { html } from 'hono/html'
import { addresses, href } from '../addresses.ts'
import { themes } from '../islands/reading-choices.ts'
import type { Tongue } from '../languages/tongue.ts'
import type { WebSettings } from '../needs.ts'
import type { Html } from '../page.ts'
import { icon } from './icon.ts'
import { searchInBar } from './search-field.ts'
import { inOnePiece } from './story-text.ts'

/** The bar above every page: the stand's name, its main pages, and two menus. */
export interface Bar {
  readonly name: Html
  readonly main: (path: string | null) => Html
  readonly languages: (links: Html) => Html
  readonly display: Html
  /** The way in, or to the account. @param returnTo where to go on after signing in */
  readonly entrance: (returnTo: string | null, invitation: Html | '') => Html
}

export function barIn(tongue: Tongue, stand: WebSettings): Bar {
  const { say } = tongue
  const { name: locale, ownName } = tongue.locale
  const pages = [
    { to: href(addresses.front, { locale }), named: say('nav-today') },
    { to: href(addresses.publications, { locale }), named: say('nav-catalogue') },
    { to: href(addresses.topics, { locale }), named: say('nav-topics') },
  ]
  const search = inOnePiece(searchInBar(tongue))
  // For readers: strangers find it at the foot.
  const mine = href(addresses.mine, { locale })
  return {
    name: html`<a class="skip" href="#text">${say('skip-to-text')}</a><header class="stand"><a class="name" href="${href(addresses.front, { locale })}" lang="${stand.language}"><bdi>${stand.name}</bdi></a>`,
    main: (path) =>
      html`<nav aria-label="${say('nav-main')}">${pages.map(({ to, named }) => html`<a href="${to}" ${to === path ? html`aria-current="page"` : ''}>${named}</a>`)}<a class="mine" href="${mine}" ${mine === path ? html`aria-current="page"` : ''}>${say('nav-mine')}</a></nav>${search}`,
    languages: (links) =>
      html`<div class="end"><div class="languages"><button type="button" popovertarget="languages" aria-label="${say('choose-language', { language: ownName })}">${icon('language')}<span>${ownName}</span></button><div class="menu" id="languages" popover data-island="language"><ul>${links}</ul></div></div>`,
    display: displayMenu(tongue),
    entrance: (returnTo, invitation) =>
      html`${invitation}<a class="enter" href="${signInFor(locale, returnTo)}" rel="nofollow">${say('log-in')}</a><a class="account" href="${href(addresses.account, { locale })}">${say('account')}</a></div></header>`,
  }
}

/** Where to sign in, and come back to this path of the stand. */
export function signInFor(locale: string, returnTo: string | null): string {
  const query = returnTo === null ? '' : `?${new URLSearchParams({ return: returnTo })}`
  return href(addresses.signIn, { locale }) + query
}

/** Useless without a script, and then not shown: see bar.css. */
function displayMenu({ say, locale }: Tongue): Html {
  const radios = themes.map(
    (theme) =>
      html`<label><input type="radio" name="theme" value="${theme}">${say(`theme-${theme}`)}<span class="swatch" data-theme="${theme}" aria-hidden="true">${say('theme-letters')}</span></label>`,
  )
  return html`<div class="display"><button type="button" popovertarget="display">${icon('display')}<span>${say('display')}</span></button><div class="menu" id="display" popover data-island="display"><fieldset><legend>${say('theme')}</legend>${radios}</fieldset><a href="${href(addresses.readingSettings, { locale: locale.name })}">${say('reading-settings')}</a></div></div>`
}
