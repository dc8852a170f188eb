import { html } from 'hono/html'
import { type Collection, type StoryCard, stateOf } from '#catalogue'
import type { CollectionFault } from '#desk'
import { addresses, href } from '../../addresses.ts'
import { doneWords } from '../../components/form.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import { collectionLink } from '../collections/about-collection.ts'
import { isSeen } from '../collections/collected.ts'
import { addPart } from './add-part.ts'
import { storiesPart } from './stories-part.ts'
import type { Typed } from './typed.ts'
import { whenPart, wordsPart } from './words-part.ts'

/** What is wrong with what was typed; also where the collection itself does not look. */
export type EditFault =
  | Omit<CollectionFault, 'storyId'>
  | { readonly at: 'starts' | 'ends'; readonly why: 'no-date' }
  | { readonly at: 'add'; readonly why: 'no-story' | 'chosen' | 'missing' }

export interface EditPage {
  /** As it is kept. */
  readonly collection: Collection
  readonly typed: Typed
  readonly faults: readonly (EditFault & { readonly storyId?: string })[]
  /** Whether somebody else changed it since the form was given out. */
  readonly meanwhile: boolean
  /** Stories that they put in. */
  readonly addedByOther: readonly string[]
  readonly done: 'saved' | 'published' | null
  /** The story that was just moved, and which of its buttons to stand on. */
  readonly at: { readonly storyId: string; readonly does: string } | null
  /** What the words of a headline found; null when nothing was asked. */
  readonly found: readonly StoryCard[] | null
  /** Of the stories in the form. */
  readonly cards: ReadonlyMap<string, StoryCard>
  readonly languages: readonly string[]
  readonly zone: string
  readonly now: Temporal.Instant
}

export const doneKeys = { saved: 'account-saved', published: 'desk-published' } as const

/**
 * All of a collection in one form: whichever of its buttons is pressed, what was typed is kept. Saving
 * comes first in it, so that the Enter key saves.
 */
export function editSheet(tongue: Tongue, page: EditPage): Sheet {
  const { say, locale } = tongue
  const { collection, typed } = page
  const list = href(addresses.deskCollections, {})
  const at = href(addresses.deskCollection, { id: collection.id })
  const state = stateOf(collection, page.now)
  const title = html`<h1 ${spokenIn(collection.language)}>${collection.title}</h1>`
  const hidden = html`<input type="hidden" name="revision" value="${typed.revision}"><input type="hidden" name="order" value="${typed.chosen.map(({ storyId }) => storyId).join(' ')}">`
  return {
    title: collection.title,
    path: null,
    kind: 'plain',
    styles: 'desk.css',
    body: html`<div class="desk"><header><p class="up"><a href="${list}">${say('collections-title')}</a></p>${title}<p class="facts"><span class="state" data-state="${state}">${say(`desk-${state}`)}</span>${waysOf(tongue, page)}</p>${noteOf(tongue, page)}</header><form class="form" method="post" action="${at}" enctype="multipart/form-data" novalidate data-island="order" lang="${locale.name}">${hidden}<p class="deeds sticky"><button type="submit" class="button first" name="does" value="save">${say('account-save')}</button>${turnsOf(tongue, state)}</p><div class="sides"><div>${storiesPart(tongue, page)}${addPart(tongue, page)}</div><div>${wordsPart(tongue, page)}${whenPart(tongue, page)}</div></div></form></div>`,
  }
}

function waysOf(tongue: Tongue, { collection, now }: EditPage): readonly Html[] {
  const { say } = tongue
  const { id } = collection
  const look = isSeen(collection, now)
    ? html`<a href="${collectionLink(tongue, collection)}">${say('desk-see')}</a>`
    : html`<a href="${href(addresses.deskPreview, { id })}">${say('desk-preview')}</a>`
  const away = html`<a href="${href(addresses.deskDelete, { id })}">${say('desk-delete')}</a>`
  return [html`<span>${look}</span>`, html`<span>${away}</span>`]
}

function noteOf({ say }: Tongue, { meanwhile, faults, done }: EditPage): Html | '' {
  if (meanwhile) return html`<p class="problem" role="alert">${say('desk-meanwhile')}</p>`
  if (faults.length > 0) return html`<p class="problem" role="alert">${say('desk-faults')}</p>`
  return done === null ? '' : doneWords(say(doneKeys[done]))
}

/** What can be done to when readers see it. */
function turnsOf({ say }: Tongue, state: ReturnType<typeof stateOf>): readonly Html[] {
  const turn = (does: string, words: string) =>
    html`<button type="submit" class="button" name="does" value="${does}">${words}</button>`
  const end = turn('end', say('desk-end'))
  const draft = turn('draft', say('desk-take-back'))
  if (state === 'running') return [end, draft]
  const publish = turn('publish', say('desk-publish'))
  return state === 'draft' ? [publish] : [publish, draft]
}
