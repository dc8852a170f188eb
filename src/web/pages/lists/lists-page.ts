import { html } from 'hono/html'
import type { PublicStory } from '#catalogue'
import { type ListLine, listRules } from '#reading'
import { addresses, href } from '../../addresses.ts'
import { doneWords, field } from '../../components/form.ts'
import { icon } from '../../components/icon.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { countOf } from '../front/counts.ts'
import { nameOf } from '../queue/story-named.ts'
import { listAt, listsAt } from './list-at.ts'

export interface ListsPage {
  readonly lists: readonly ListLine[]
  /** A story that is to go on one of them, or null. */
  readonly adding: {
    readonly story: PublicStory
    /** The lists that it stands on. */
    readonly on: ReadonlySet<string>
    /** The path that the reader came from. */
    readonly back: string | null
    /** The list that it was just put on or taken off: its button has the focus again. */
    readonly at: string
  } | null
  /** The title of a new list as it was typed, and what is wrong with it. */
  readonly typed: string
  readonly fault: string | undefined
  /** Why the story does not go on the list that was chosen. */
  readonly problem: string | undefined
  /** What has just been done. */
  readonly done: string | null
}

/** All lists of a reader; or, with a story, on which of them it goes. */
export function listsSheet(tongue: Tongue, page: ListsPage): Sheet {
  const { say, locale } = tongue
  const { lists, adding, done, problem } = page
  const mine = href(addresses.mine, { locale: locale.name })
  const up =
    adding === null
      ? html`<a href="${mine}">${say('nav-mine')}</a>`
      : html`<a href="${listsAt(tongue)}">${say('lists-title')}</a>`
  const title = say(adding === null ? 'lists-title' : 'list-add')
  const about =
    adding === null
      ? html`<p class="standfirst">${say('lists-intro')}</p>`
      : html`<p class="standfirst" ${spokenIn(adding.story.language, adding.story.direction)}>${adding.story.headline}</p>`
  const entries = lists.map((one) => entryOf(tongue, one, page))
  const none = adding === null && html`<p class="none">${say('lists-none')}</p>`
  const listed = lists.length === 0 ? none : html`<ul class="listed">${entries}</ul>`
  const back = adding?.back
  const onward = back && html`<p class="onward"><a href="${back}">${say('keep-back')}</a></p>`
  return {
    title,
    path: listsAt(tongue),
    unlisted: true,
    kind: 'plain',
    styles: 'desk.css',
    body: html`<div class="desk own-lists"><header><p class="up">${up}</p><h1>${title}</h1>${about}${problem && html`<p class="problem" role="alert">${problem}</p>`}${done !== null && doneWords(done)}</header>${listed}${beginning(tongue, page)}${onward}</div>`,
  }
}

function entryOf(tongue: Tongue, list: ListLine, { adding }: ListsPage): Html {
  const { say } = tongue
  const { id, title, isShared, stories } = list
  const facts = html`<p class="facts"><span>${countOf(tongue, 'stories', stories)}</span><span>${say(isShared ? 'list-shared' : 'list-private')}</span></p>`
  const link = html`<h2 id="list-${id}" dir="auto"><a href="${listAt(tongue, id)}">${title}</a></h2>`
  if (adding === null) return html`<li>${link}${facts}</li>`
  const isOn = adding.on.has(id)
  const label = say(isOn ? 'list-take' : 'list-put', { list: title })
  const words = say(isOn ? 'list-is-on' : 'list-put-short')
  const focused = adding.at === id ? html`autofocus` : ''
  const button = html`<button type="submit" class="button" name="${isOn ? 'take' : 'put'}" value="${id}" aria-pressed="${String(isOn)}" id="put-${id}" aria-labelledby="put-${id} list-${id}" title="${label}" ${focused}>${icon(isOn ? 'check' : 'plus')}<span>${words}</span></button>`
  return html`<li class="for-one"><div>${link}${facts}</div><form method="post" action="${listsAt(tongue)}">${hiddenOf(adding)}${button}</form></li>`
}

/** A new list, which the story goes on at once. */
function beginning(tongue: Tongue, { adding, typed, fault, lists }: ListsPage): Html {
  const { say } = tongue
  const most = listRules.lists
  if (lists.length >= most) return html`<p class="none">${say('lists-full', { most })}</p>`
  const title = field({
    ...{ name: 'title', label: say('list-title'), value: typed, error: fault },
    more: html`required maxlength="${listRules.longest.title * 2}" autocomplete="off" dir="auto"`,
  })
  return html`<section><h2>${say('list-new')}</h2><div><form class="form" method="post" action="${listsAt(tongue)}">${adding && hiddenOf(adding)}${title}<button type="submit" class="button">${say(adding === null ? 'list-make' : 'list-make-and-put')}</button></form></div></section>`
}

const hiddenOf = ({ story, back }: NonNullable<ListsPage['adding']>) =>
  html`<input type="hidden" name="story" value="${nameOf(story)}">${back !== null && html`<input type="hidden" name="return" value="${back}">`}`
