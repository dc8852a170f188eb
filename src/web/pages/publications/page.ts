import { html } from 'hono/html'
import type { EditionCard } from '#catalogue'
import { addresses, href } from '../../addresses.ts'
import { pager } from '../../components/pager.ts'
import type { Entry } from '../../keeping/entry.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { addressOf, leadsTo } from './address-of.ts'
import { choiceColumn } from './choice-column.ts'
import { choicesFor } from './choices.ts'
import { chosenIn, chosenLine } from './chosen.ts'
import { list } from './list.ts'
import { asksForAll, isListed, type Question, queryOf } from './question.ts'
import type { Counts } from './sift.ts'
import { switches } from './switches.ts'
import { wall } from './wall.ts'

export interface CataloguePage {
  readonly question: Question
  /** How many publications are on the stand. */
  readonly all: number
  /** How many of them answer the question. */
  readonly found: number
  readonly counts: Counts
  /** Those on this page, in order. */
  readonly shown: readonly Entry[]
  /** Their newest editions, where covers are shown. */
  readonly newest: readonly EditionCard[]
  /** How many pages the answer has; at least one. */
  readonly pages: number
}

/** As many can be taken in at a glance: below it there is nothing to narrow down. */
const few = 8

export function catalogueSheet(tongue: Tongue, page: CataloguePage): Sheet {
  const { question, all, found } = page
  const { say } = tongue
  const count = say('count-publications', { count: found })
  return {
    title: titleOf(tongue, page, count),
    description: count,
    path: addressOf(tongue, question),
    kind: 'list',
    subject: { kind: 'list' },
    ...(!(isListed(question) && found > 0) && all > 0 && { unlisted: true }),
    body: html`<div class="catalogue"><h1>${say('nav-catalogue')}</h1>${all === 0 ? empty(tongue, count) : answer(tongue, page, count)}</div>`,
  }
}

function titleOf(tongue: Tongue, { question }: CataloguePage, count: string): string {
  const { say } = tongue
  const choices = chosenIn(tongue, question).map(({ label }) => label)
  const title = asksForAll(question)
    ? say('catalogue-title', { count })
    : say('catalogue-title-of', { choices: tongue.list(choices), count })
  return question.page === 1 ? title : say('catalogue-title-page', { title, page: question.page })
}

function answer(tongue: Tongue, page: CataloguePage, count: string): Html {
  const { question, all, found, pages } = page
  const plain = all <= few && queryOf(question) === ''
  const column = plain
    ? ''
    : choiceColumn(tongue, question, choicesFor(tongue, page.counts, question, found))
  const place =
    pages > 1
      ? html`<span>${tongue.say('page-of-pages', { page: question.page, pages })}</span>`
      : ''
  const turn = pager(tongue, {
    here: question.page,
    pages,
    to: (to, rel) => leadsTo(tongue, { ...question, page: to }, rel),
  })
  const results = found === 0 ? none(tongue) : html`${shown(tongue, page)}${turn}`
  return html`<div class="${plain ? 'answer' : 'answer beside'}">${column}<section class="results"><header><h2>${count}</h2>${place}${!plain && found > 1 && switches(tongue, question)}</header>${chosenLine(tongue, question)}${results}</section></div>`
}

function shown(tongue: Tongue, { question, shown, newest }: CataloguePage): Html {
  return question.look === 'covers' ? wall(tongue, newest) : list(tongue, shown, question.sort)
}

function none({ say }: Tongue): Html {
  return html`<div class="none"><p>${say('catalogue-none-title')}</p><p>${say('catalogue-none-text')}</p></div>`
}

function empty({ say, locale }: Tongue, count: string): Html {
  return html`<p class="facts"><span>${count}</span></p><div class="none"><p>${say('catalogue-empty')}</p><p class="ways"><a class="button" href="${href(addresses.front, { locale: locale.name })}">${say('to-front')}</a></p></div>`
}
