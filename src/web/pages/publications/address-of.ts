import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { isListed, type Question, queryOf } from './question.ts'

/** The path of the catalogue with this question. */
export function addressOf({ locale }: Tongue, question: Question): string {
  return href(addresses.publications, { locale: locale.name }) + queryOf(question)
}

/**
 * The attributes of a link to this question, which may be the `next` or `prev` page. A search engine is not sent to what it may not list,
 * or it would walk through millions of combinations.
 */
export function leadsTo(tongue: Tongue, question: Question, page?: 'next' | 'prev'): Html {
  const rel = [page, isListed(question) ? undefined : 'nofollow'].filter(Boolean).join(' ')
  return html`href="${addressOf(tongue, question)}"${rel && html` rel="${rel}"`}`
}
