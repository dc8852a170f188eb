import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import { type GoneStory, mostSaved } from '#reading'
import { addresses, href } from '../../addresses.ts'
import { card, marksOpenIn } from '../../components/card.ts'
import { icon } from '../../components/icon.ts'
import { keeping, listLink, saveButton } from '../../components/keeping.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { goneWords } from './gone-words.ts'

export type Only = 'unread' | 'read'

export const onlyNamed = (name: string | null): Only | null =>
  name === 'unread' || name === 'read' ? name : null

interface Kept {
  readonly id: string
  readonly isRead: boolean
  /** Null when it is not on the stand any more. */
  readonly story: StoryCard | null
  readonly gone: GoneStory | null
}

export interface SavedPage {
  readonly saved: readonly Kept[]
  readonly only: Only | null
  readonly counts: Readonly<Record<Only | 'all', number>>
  readonly number: number
  readonly pages: number
  /** How it stands with one story that was just pressed, or null. */
  readonly told: {
    readonly story: StoryCard
    readonly isSaved: boolean
    readonly isFull: boolean
    readonly back: string | null
  } | null
}

export function savedSheet(tongue: Tongue, page: SavedPage): Sheet {
  const { say, locale } = tongue
  const { counts, only, saved, told } = page
  const at = href(addresses.saved, { locale: locale.name })
  const marksOpen = marksOpenIn(saved.flatMap(({ story }) => story ?? []))
  const items = saved.map((one) => item(tongue, one, { at, only, marksOpen }))
  const list =
    counts.all === 0
      ? emptyOf(tongue)
      : items.length === 0
        ? html`<p class="kind">${say('saved-none')}</p>`
        : html`<h2 class="unseen">${say(choiceNames[only ?? 'all'])}</h2><ul class="cards">${items}</ul>`
  const intro =
    counts.all > 0 &&
    html`<p class="facts"><span>${say('count-stories', { count: counts.all })}</span></p>`
  return {
    title: say('saved-title'),
    path: at,
    unlisted: true,
    kind: 'list',
    styles: 'keeping.css',
    body: html`<div class="mine saved"><header><p class="up"><a href="${href(addresses.mine, { locale: locale.name })}">${say('nav-mine')}</a></p><h1>${say('saved-title')}</h1>${intro}</header>${toldOf(tongue, told, at)}${counts.all > 0 && choices(tongue, page, at)}${list}${pagerOf(tongue, page, at)}</div>`,
  }
}

function toldOf(tongue: Tongue, told: SavedPage['told'], at: string): Html | '' {
  if (told === null) return ''
  const { say } = tongue
  const { story, isSaved, isFull, back } = told
  const title = story.headline
  const words = isFull
    ? say('saved-full', { most: mostSaved })
    : say(isSaved ? 'saved-is' : 'saved-is-not', { title })
  const onward =
    back !== null &&
    back !== at &&
    html`<p class="onward"><a href="${back}">${say('keep-back')}</a></p>`
  return html`<div class="told"><p class="done-words" id="done" role="status">${words}</p>${keeping(tongue, 'story', back ?? at, saveButton(tongue, story, { isOn: isSaved }))}${onward}</div>`
}

const choiceNames = { all: 'saved-all', unread: 'saved-unread', read: 'saved-read' } as const

function choices({ say, number }: Tongue, { only, counts }: SavedPage, at: string): Html {
  const links = (['all', 'unread', 'read'] as const).map((one) => {
    const to = one === 'all' ? at : `${at}?only=${one}`
    const here = one === (only ?? 'all') ? html`aria-current="true"` : ''
    return html`<li><a href="${to}" ${here}>${say(choiceNames[one])} <span class="count">${number(counts[one])}</span></a></li>`
  })
  return html`<nav class="choices" aria-label="${say('saved-choose')}"><ul>${links}</ul></nav>`
}

interface Around {
  readonly at: string
  readonly only: Only | null
  readonly marksOpen: boolean
}

function item(tongue: Tongue, kept: Kept, { at, only, marksOpen }: Around): Html | '' {
  const { say } = tongue
  const { id, isRead, story, gone } = kept
  const hidden = only === null ? '' : html`<input type="hidden" name="only" value="${only}">`
  const deed = (
    name: string,
    words: string,
    label: string,
    drawn: 'bookmark' | 'check' | 'close',
  ) =>
    html`<button type="submit" class="tool" name="${name}" value="${id}" aria-label="${label}">${icon(drawn)}<span>${words}</span></button>`
  const form = (buttons: Html) =>
    html`<form class="deeds" method="post" action="${at}">${hidden}${buttons}</form>`
  if (story === null) {
    const words = goneWords(tongue, gone)
    const remove = deed('remove', say('saved-remove'), say('saved-remove-gone', { words }), 'close')
    return html`<li class="card gone"><div class="words"><p>${words}</p>${form(remove)}</div></li>`
  }
  const title = story.headline
  const read = isRead
    ? deed('unread', say('saved-unread-again'), say('saved-unread-again-of', { title }), 'bookmark')
    : deed('read', say('saved-read'), say('saved-read-of', { title }), 'check')
  const remove = deed('remove', say('saved-remove'), say('saved-remove-of', { title }), 'close')
  return card(tongue, story, 'mine', {
    marksOpen,
    beside: form(html`${read}${listLink(tongue, story, at)}${remove}`),
  })
}

function emptyOf({ say, locale }: Tongue): Html {
  const front = href(addresses.front, { locale: locale.name })
  return html`<section class="nothing">${icon('bookmark')}<h2>${say('saved-empty-title')}</h2><p>${say('saved-empty')}</p><p><a class="button" href="${front}">${say('queue-to-front')}</a></p></section>`
}

function pagerOf({ say }: Tongue, { number, pages, only }: SavedPage, at: string): Html | '' {
  if (pages === 1) return ''
  const to = (page: number) =>
    `${at}?${new URLSearchParams({ ...(only && { only }), page: String(page) })}`
  const before = number > 1 && html`<a rel="prev" href="${to(number - 1)}">${say('keep-later')}</a>`
  const after =
    number < pages && html`<a rel="next" href="${to(number + 1)}">${say('keep-earlier')}</a>`
  return html`<nav class="onward pages" aria-label="${say('keep-pages')}">${before}${after}</nav>`
}
