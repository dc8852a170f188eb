import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import type { GoneStory } from '#reading'
import { addresses, href } from '../../addresses.ts'
import { card } from '../../components/card.ts'
import { icon } from '../../components/icon.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { goneWords } from '../saved/gone-words.ts'

interface Opened {
  readonly id: string
  readonly day: Temporal.PlainDate
  /** Null when it is not on the stand any more. */
  readonly story: StoryCard | null
  readonly gone: GoneStory | null
}

export interface HistoryPage {
  readonly stand: string
  /** The day since which it is kept; null when it is not. */
  readonly since: Temporal.PlainDate | null
  /** The newest day first. */
  readonly opened: readonly Opened[]
  readonly number: number
  readonly goesOn: boolean
}

export function historySheet(tongue: Tongue, page: HistoryPage): Sheet {
  const { say, locale } = tongue
  const { stand, opened } = page
  const at = href(addresses.history, { locale: locale.name })
  const days = [...Map.groupBy(opened, ({ day }) => day.toString()).values()]
  const list = days.map((inside) => dayOf(tongue, inside, at))
  return {
    title: say('history-title'),
    path: at,
    unlisted: true,
    kind: 'list',
    styles: 'keeping.css',
    body: html`<div class="mine history"><header><p class="up"><a href="${href(addresses.mine, { locale: locale.name })}">${say('nav-mine')}</a></p><h1>${say('history-title')}</h1><p class="standfirst">${say('history-intro', { stand })}</p></header>${choiceOf(tongue, page, at)}${list}${pagerOf(tongue, page, at)}</div>`,
  }
}

function choiceOf({ say, date }: Tongue, { since, opened }: HistoryPage, at: string): Html {
  const words = since === null ? say('history-off') : say('history-on', { date: date(since) })
  const does = since === null ? 'begin' : 'end'
  const erase =
    opened.length > 0 &&
    html`<button type="submit" class="button" name="does" value="erase-all">${say('history-erase-all')}</button>`
  const stays = since === null && opened.length > 0 && html`<p>${say('history-stays')}</p>`
  return html`<div class="told"><p>${words}</p>${stays}<form method="post" action="${at}" class="row"><button type="submit" class="button ${since === null ? 'first' : ''}" name="does" value="${does}">${say(`history-${does}`)}</button>${erase}</form></div>`
}

function dayOf(tongue: Tongue, opened: readonly Opened[], at: string): Html | '' {
  const [first] = opened
  if (first === undefined) return ''
  const { say } = tongue
  const items = opened.map(({ id, story, gone }) => {
    const title = story?.headline ?? goneWords(tongue, gone)
    const label = say('history-erase', { title })
    const button = html`<form class="deeds" method="post" action="${at}"><button type="submit" class="tool" name="erase" value="${id}" aria-label="${label}" title="${label}">${icon('close')}</button></form>`
    if (story === null)
      return html`<li class="card gone"><div class="words"><p>${title}</p></div>${button}</li>`
    return card(tongue, story, 'opened', { beside: button })
  })
  const day = first.day.toString()
  return html`<section aria-labelledby="on-${day}"><h2 id="on-${day}"><time datetime="${day}">${tongue.dayAndDate(first.day)}</time></h2><ul class="cards">${items}</ul></section>`
}

function pagerOf({ say }: Tongue, { number, goesOn }: HistoryPage, at: string): Html | '' {
  if (number === 1 && !goesOn) return ''
  const before =
    number > 1 && html`<a rel="prev" href="${at}?page=${number - 1}">${say('keep-later')}</a>`
  const after =
    goesOn && html`<a rel="next" href="${at}?page=${number + 1}">${say('keep-earlier')}</a>`
  return html`<nav class="onward pages" aria-label="${say('keep-pages')}">${before}${after}</nav>`
}
