import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { icon } from '../../components/icon.ts'
import { suggesting } from '../../components/search-field.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { type Asked, fieldsOf } from './asked.ts'

/** The question, to be changed; what was chosen stays. */
export function searchForm(tongue: Tongue, asked: Asked): Html {
  const { say, locale } = tongue
  const at = href(addresses.search, { locale: locale.name })
  const chosen = fieldsOf(asked)
    .filter(([name]) => name !== 'q')
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return html`<search><form class="asking" action="${at}" ${suggesting(tongue)}><label for="q">${say('search-label')}</label><span class="ask"><input type="search" id="q" name="q" value="${asked.words}" maxlength="300" autocomplete="off" autocapitalize="off" spellcheck="false" dir="auto" enterkeyhint="search" aria-keyshortcuts="/"><button type="submit">${icon('search')}<span>${say('search-do')}</span></button></span>${chosen}</form></search>`
}
