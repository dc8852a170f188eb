import { html } from 'hono/html'
import type { StoryCard } from '#catalogue'
import {
  type ListBar,
  type Listed,
  type ListFault,
  type ListWords,
  listRules,
  type ReaderList,
  seenOf,
  wordsOfList,
} from '#reading'
import { addresses, href } from '../../addresses.ts'
import { storyLink } from '../../components/card.ts'
import { doneWords, field } from '../../components/form.ts'
import { type IconName, icon } from '../../components/icon.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { faultWords } from './fault-words.ts'
import { gonePart } from './gone-part.ts'
import { listAt, listsAt } from './list-at.ts'
import { sharingPart } from './sharing-part.ts'

export interface ListPage {
  readonly list: ReaderList
  /** What keeps it from being shared, or null. */
  readonly bar: ListBar | null
  /** How whoever runs the stand is reached. */
  readonly contact: Html | ''
  readonly cards: ReadonlyMap<string, StoryCard>
  /** What stands in the fields of the form: as it was typed, or as it is kept. */
  readonly typed: ListWords
  /** Ids of stories that were taken off while a note was typed, which is shown once more. */
  readonly gone: readonly string[]
  readonly faults: readonly ListFault[]
  readonly done: string | null
  /** The address under which it is shared; null when it is not. */
  readonly sharedAt: URL | null
  /** What was just moved, so that its button has the focus again. */
  readonly at: { readonly does: string; readonly storyId: string } | null
}

/** A list as its reader works on it: one form, so that nothing typed is lost by moving a line. */
export function listSheet(tongue: Tongue, page: ListPage): Sheet {
  const { say } = tongue
  const { list, faults, done } = page
  const at = listAt(tongue, list.id)
  // Of what is drawn: a story that is on the stand again a moment later keeps its note.
  const order = list.listed
    .flatMap(({ storyId }) => (page.cards.has(storyId) ? storyId : []))
    .join(' ')
  const wrong = faults.length > 0 && html`<p class="problem" role="alert">${say('desk-faults')}</p>`
  const header = html`<header><p class="up"><a href="${listsAt(tongue)}">${say('lists-title')}</a></p><h1 dir="auto">${list.title}</h1>${wrong}${done !== null && doneWords(done)}</header>`
  const save = html`<p class="deeds sticky"><button type="submit" class="button first" name="does" value="save">${say('account-save')}</button></p>`
  const form = html`<form class="form" method="post" action="${at}" enctype="multipart/form-data" novalidate data-island="order"><input type="hidden" name="order" value="${order}"><input type="hidden" name="seen" value="${seenOf(wordsOfList(list), page.gone)}">${save}${wordsPart(tongue, page)}${gonePart(tongue, page)}${storiesPart(tongue, page)}</form>`
  const away = href(addresses.listDelete, { locale: tongue.locale.name, list: list.id })
  return {
    title: list.title,
    path: null,
    kind: 'plain',
    styles: 'desk.css',
    body: html`<div class="desk own-list">${header}<div class="sides"><div>${form}</div><div>${sharingPart(tongue, page)}<p class="onward"><a href="${away}">${say('list-delete')}</a></p></div></div></div>`,
  }
}

function wordsPart(tongue: Tongue, { typed, faults }: ListPage): Html {
  const { say } = tongue
  const words = (name: 'title' | 'why', label: string, more: Html) =>
    field({
      ...{ name, label, value: typed[name], error: faultWords(tongue, faults, name) },
      more: html`maxlength="${listRules.longest[name] * 2}" autocomplete="off" dir="auto" ${more}`,
    })
  return html`<section><h2>${say('list-words')}</h2><div>${words('title', say('list-title'), html`required`)}${words('why', say('list-why'), html``)}</div></section>`
}

function storiesPart(tongue: Tongue, page: ListPage): Html {
  const { say } = tongue
  const drawn = page.list.listed.map((one) => item(tongue, page, one))
  const list =
    drawn.length === 0
      ? html`<p class="none">${say('list-empty', { add: say('list-add') })}</p>`
      : html`<ol class="picks">${drawn}</ol>`
  return html`<section><h2>${say('desk-stories')}</h2><div>${list}</div></section>`
}

function item(tongue: Tongue, page: ListPage, { storyId }: Listed): Html | '' {
  const story = page.cards.get(storyId)
  if (story === undefined) return ''
  const { say } = tongue
  const speech = spokenIn(story.language, story.direction)
  const from = html`<span class="from" ${spokenIn(story.publicationLanguage)}>${story.publicationTitle}</span>`
  const note = `note ${storyId}`
  const error = faultWords(tongue, page.faults, 'note', storyId)
  const written = field({
    ...{ name: note, label: say('list-note'), value: page.typed.notes.get(storyId) ?? '', error },
    more: html`maxlength="${listRules.longest.note * 2}" autocomplete="off" dir="auto"`,
  })
  return html`<li data-story="${storyId}"><span class="grip scripted">${icon('grip')}</span><div class="words"><h3 ${speech}><a href="${storyLink(tongue, story)}">${story.headline}</a></h3><p class="facts"><span><bdi>${from}</bdi></span><span>${tongue.briefDate(story.editionDate)}</span></p>${written}</div>${movesOf(tongue, page, story)}</li>`
}

function movesOf({ say }: Tongue, page: ListPage, { id, headline: title }: StoryCard): Html {
  const deeds: readonly { does: string; drawn: IconName; words: string }[] = [
    { does: 'up', drawn: 'up', words: say('queue-up', { title }) },
    { does: 'down', drawn: 'down', words: say('queue-down', { title }) },
    { does: 'remove', drawn: 'close', words: say('list-remove', { title }) },
  ]
  const focused = focusOf(page, id)
  return html`<p class="moves">${deeds.map(({ does, drawn, words }) => {
    const here = focused === does ? html`autofocus` : ''
    return html`<button type="submit" name="does" value="${does} ${id}" aria-label="${words}" title="${words}" ${here}>${icon(drawn)}</button>`
  })}</p>`
}

/** At an end the same button is of no use: the other has the focus. */
function focusOf({ at, list: { listed } }: ListPage, id: string): string | null {
  if (at?.storyId !== id) return null
  if (listed[0]?.storyId === id) return 'down'
  return listed.at(-1)?.storyId === id ? 'up' : at.does
}
