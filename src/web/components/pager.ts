import { html } from 'hono/html'
import type { Tongue } from '../languages/tongue.ts'
import type { Html } from '../page.ts'
import { icon } from './icon.ts'

interface Paged {
  readonly here: number
  readonly pages: number
  readonly to: (page: number, rel?: 'next' | 'prev') => Html
}

/**
 * The way to the other pages: the ones beside this, the first, the last, and some between.
 * @param to the attributes of a link to a page
 */
export function pager(tongue: Tongue, { here, pages, to }: Paged): Html | '' {
  if (pages === 1) return ''
  const { say } = tongue
  const previous =
    here > 1 &&
    html`<a class="button" ${to(here - 1, 'prev')}>${icon('previous')}${say('page-previous')}</a>`
  const next =
    here < pages &&
    html`<a class="button" ${to(here + 1, 'next')}>${say('page-next')}${icon('next')}</a>`
  const numbers = pagesShown(here, pages).map((page) => {
    if (page === null) return html`<li aria-hidden="true">…</li>`
    const current = page === here && html` aria-current="page"`
    return html`<li><a ${to(page)}${current} aria-label="${say('page-number', { page })}">${tongue.number(page)}</a></li>`
  })
  return html`<nav class="pager" aria-label="${say('pages')}">${previous}<ol>${numbers}</ol>${next}</nav>`
}

/** [1, null, 4, 5, 6, null, 9]: null is a gap of two pages or more. */
export function pagesShown(here: number, pages: number): readonly (number | null)[] {
  const near = new Set([1, here - 1, here, here + 1, pages])
  const shown = Array.from({ length: pages }, (_, at) => at + 1).filter(
    (page) => near.has(page) || (near.has(page - 1) && near.has(page + 1)),
  )
  return shown.flatMap((page, at) =>
    at > 0 && page - (shown[at - 1] ?? 0) > 1 ? [null, page] : [page],
  )
}
