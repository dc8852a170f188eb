import { html } from 'hono/html'
import { icon } from '../../components/icon.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { pagesShown } from '../publications/pager.ts'
import { leadsTo } from './address-of.ts'
import type { Asked } from './asked.ts'

/** The way to the other pages of what was found. */
export function pager(tongue: Tongue, asked: Asked, pages: number): Html | '' {
  if (pages === 1) return ''
  const { say } = tongue
  const { page: here } = asked
  const to = (page: number, rel?: 'next' | 'prev') => leadsTo(tongue, { ...asked, page }, rel)
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
