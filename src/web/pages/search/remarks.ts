import { html } from 'hono/html'
import type { IndexState } from '#search'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { addressOf } from './address-of.ts'
import type { Asked } from './asked.ts'
import type { Found } from './find.ts'

/** What has to be said of an answer before it is read: each a sentence, most often none. */
export function remarks(tongue: Tongue, asked: Asked, { question, answer, state }: Found): Html {
  const { say } = tongue
  const { meant, loose, narrow } = answer
  const mended = meant !== null && { ...asked, words: meant, page: 1 }
  const said = [
    stateLine(tongue, state),
    mended &&
      html`<p class="meant"><a href="${addressOf(tongue, mended)}" rel="nofollow">${say('search-meant', { question: mended.words })}</a></p>`,
    loose && html`<p>${say('search-loose')}</p>`,
    narrow && state.state === 'ready' && html`<p>${say('search-narrow')}</p>`,
    question.cut && html`<p>${say('search-cut')}</p>`,
  ].filter((one) => one !== false && one !== '')
  return said.length === 0 ? html`` : html`<div class="remarks">${said}</div>`
}

/** While the index is built or repaired, search says so. */
export function stateLine({ say, locale }: Tongue, state: IndexState): Html | '' {
  if (state.state === 'ready') return ''
  if (state.state === 'broken') return html`<p role="status">${say('search-broken')}</p>`
  const { done, of } = state
  const percent = new Intl.NumberFormat(locale.tag, { style: 'percent' })
  // It is not done before it is in use.
  const share = percent.format(Math.min(0.99, done / Math.max(1, of)))
  return html`<p role="status">${say('search-building', { share })}</p>`
}
