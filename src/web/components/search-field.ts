import { html } from 'hono/html'
import { addresses, href } from '../addresses.ts'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'
import { icon } from './icon.ts'

/** What the script of a field has to know to suggest something while one types. */
export function suggesting({ say, locale }: Tongue): Html {
  const at = href(addresses.searchSuggestions, { locale: locale.name })
  return html`data-island="search" data-at="${at}" data-label="${say('search-suggestions')}"`
}

/** In the bar of every page: a field where there is room, otherwise the way to one. */
export function searchInBar(tongue: Tongue): Html {
  const { say, locale } = tongue
  const at = href(addresses.search, { locale: locale.name })
  return html`<search><a class="to-search" href="${at}" aria-label="${say('search')}">${icon('search')}</a><form action="${at}" ${suggesting(tongue)}><input type="search" name="q" maxlength="300" autocomplete="off" autocapitalize="off" spellcheck="false" dir="auto" enterkeyhint="search" aria-label="${say('search-label')}" aria-keyshortcuts="/" placeholder="${say('search')}"><button type="submit" aria-label="${say('search-do')}">${icon('search')}</button></form></search>`
}
