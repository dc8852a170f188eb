import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { type Asked, askedFrom, queryOf } from './asked.ts'

export function addressOf({ locale }: Tongue, asked: Asked): string {
  return href(addresses.search, { locale: locale.name }) + queryOf(asked)
}

/** Where these words are looked for, and nothing is chosen. */
export const addressOfWords = (tongue: Tongue, words: string): string =>
  addressOf(tongue, { ...askedFrom(''), words })

/** The attributes of a link to this question. Search engines are sent to none: there is no end to them. */
export function leadsTo(tongue: Tongue, asked: Asked, page?: 'next' | 'prev'): Html {
  const rel = page === undefined ? 'nofollow' : `${page} nofollow`
  return html`href="${addressOf(tongue, asked)}" rel="${rel}"`
}
