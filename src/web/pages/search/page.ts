import { html } from 'hono/html'
import type { Topic } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { copyOf } from '../../components/cover.ts'
import { pager } from '../../components/pager.ts'
import type { Entry } from '../../keeping/entry.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { addressOf, leadsTo } from './address-of.ts'
import { type Asked, asksNothing, hasChoices, mostPages, onPage } from './asked.ts'
import { chosenLine } from './chosen-line.ts'
import { filterColumn, orders } from './filter-column.ts'
import { choicesFor } from './filters.ts'
import type { Found } from './find.ts'
import { help } from './help.ts'
import { remarks, stateLine } from './remarks.ts'
import { result } from './result.ts'
import { searchForm } from './search-form.ts'

export interface SearchPage {
  readonly asked: Asked
  readonly found: Found
  /** Every publication on the stand. */
  readonly entries: readonly Entry[]
  /** Topics that there are stories on, most of them first: where nothing is asked. */
  readonly topics: readonly Topic[]
  readonly today: Temporal.PlainDate
  /** Of the hits those that the reader has saved; null for whoever is not signed in. */
  readonly saved: ReadonlySet<string> | null
}

export function searchSheet(tongue: Tongue, page: SearchPage): Sheet {
  const { asked } = page
  const { say } = tongue
  const body = asksNothing(asked) ? beginning(tongue, page) : answer(tongue, page)
  return {
    title: titleOf(tongue, asked),
    path: addressOf(tongue, asked),
    kind: 'list',
    styles: 'search.css',
    unlisted: true,
    body: html`<div class="catalogue search-page"><h1>${say('search')}</h1>${searchForm(tongue, asked)}${body}</div>`,
  }
}

function titleOf({ say }: Tongue, { words, page }: Asked): string {
  const title = words === '' ? say('search') : say('search-title-of', { question: words })
  return page === 1 ? title : say('catalogue-title-page', { title, page })
}

/** How many pages an answer has: no more than a thousand hits are shown. */
export const pagesOf = ({ answer: { count } }: Found): number =>
  Math.max(1, Math.min(mostPages, Math.ceil(count / onPage)))

/** Nothing is asked yet: what can be, and where else to begin. */
function beginning(tongue: Tongue, { topics, found, today }: SearchPage): Html {
  const { say, locale } = tongue
  const links = topics.map(
    (topic) =>
      html`<li><a href="${href(addresses.topic, { locale: locale.name, topic })}">${say(`topic-${topic}`)}</a></li>`,
  )
  const list =
    links.length > 0 && html`<section><h2>${say('search-topics')}</h2><ul>${links}</ul></section>`
  return html`<div class="beginning">${stateLine(tongue, found.state)}<p class="welcome">${say('search-intro')}</p>${list}${help(tongue, { year: today.year, open: true })}</div>`
}

function answer(tongue: Tongue, page: SearchPage): Html {
  const { asked, found, entries, today, saved } = page
  const { hits, answer: said } = found
  const groups = choicesFor(tongue, asked, said.facets, entries)
  const plain = hits.length === 0 && !hasChoices(asked)
  const column = plain ? '' : filterColumn(tongue, asked, { groups, atLeast: said.atLeast })
  const pages = pagesOf(found)
  const turn = pager(tongue, {
    here: asked.page,
    pages,
    to: (to, rel) => leadsTo(tongue, { ...asked, page: to }, rel),
  })
  const place =
    pages > 1 ? html`<span>${tongue.say('page-of-pages', { page: asked.page, pages })}</span>` : ''
  const around = { today, saved, at: addressOf(tongue, asked) }
  const results =
    hits.length === 0
      ? none(tongue, found)
      : html`<ul class="cards">${hits.map((hit) => result(tongue, hit, around))}</ul>${turn}`
  const asksForWords = found.question.parts.some(({ excluded }) => !excluded)
  const heading =
    hits.length > 0 &&
    html`<header><h2>${countOf(tongue, found)}</h2>${place}${said.count > 1 && asksForWords && !said.loose && orders(tongue, asked)}</header>`
  return html`${remarks(tongue, asked, found)}${publications(tongue, found)}<div class="${plain ? 'answer' : 'answer beside'}">${column}<section class="results">${heading}${chosenLine(tongue, asked, entries)}${results}</section></div>${help(tongue, { year: today.year, open: false })}`
}

function countOf({ say }: Tongue, { answer: { count, atLeast } }: Found): string {
  // Where counting stopped it would have gone on.
  return say(atLeast ? 'count-stories-more' : 'count-stories', { count })
}

function publications(tongue: Tongue, { publications: cards }: Found): Html | '' {
  if (cards.length === 0) return ''
  const copies = cards.map((card, at) => {
    const names = { locale: tongue.locale.name, publication: card.publication.slug }
    return copyOf(tongue, card, { first: at < 3, to: href(addresses.publication, names) })
  })
  return html`<section class="namesakes"><h2>${tongue.say('search-publications')}</h2><ul class="shelf">${copies}</ul></section>`
}

function none({ say }: Tongue, { state }: Found): Html | '' {
  if (state.state !== 'ready') return ''
  return html`<div class="none"><p>${say('search-none-title')}</p><p>${say('search-none-text')}</p></div>`
}
