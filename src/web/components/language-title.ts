import { html } from 'hono/html'
import { ownNameOf } from '../languages/own-name.ts'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'
import { spokenIn } from './spoken.ts'

/** A language as the title of a list: what its speakers call it, then what the reader does. */
export function languageTitle(tongue: Tongue, language: string): Html {
  const named = tongue.language(language)
  const own = ownNameOf(language)
  if (own === null || own === named) return html`${named}`
  return html`<bdi ${spokenIn(language)}>${own}</bdi> <span class="also">${named}</span>`
}
