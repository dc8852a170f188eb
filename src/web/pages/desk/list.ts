import type { Context } from 'hono'
import { html } from 'hono/html'
import { type Collection, stateOf } from '#catalogue'
import { newId } from '#ground/ids'
import { slugOf } from '#ground/slug'
import { addresses, href } from '../../addresses.ts'
import { doneWords, field } from '../../components/form.ts'
import { spokenIn } from '../../components/spoken.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import { type Html, sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import type { Visit } from '../../visit.ts'
import { countOf } from '../front/counts.ts'
import type { ShowToEditor } from './for-editors.ts'

/** Every collection, the last changed first, and a way to begin one. */
export function listCollections(needs: PageNeeds): ShowToEditor {
  return (c) => sendList(c, needs)
}

/** Begins a draft with a title; all else is said on its own page. */
export function beginCollection(needs: PageNeeds): ShowToEditor {
  const { collectionDesk, clock } = needs
  return async (c, { reader }) => {
    const title = (await typedIn(c))('title').replace(/\s+/gu, ' ').trim()
    const { say, locale } = c.get('tongue')
    if (title === '') return sendList(c, needs, say('fault-missing'))
    const id = newId()
    await collectionDesk.add({
      id,
      slug: slugOf(title) || id,
      title: Array.from(title).slice(0, 120).join(''),
      ...{ introduction: '', language: locale.name, everywhere: false, editor: reader.name },
      ...{ topic: null, starts: null, ends: null, revision: 1, changedAt: clock(), chosen: [] },
    })
    return c.redirect(href(addresses.deskCollection, { id }), 303)
  }
}

async function sendList(
  c: Context<Visit>,
  { collectionDesk, clock, settings, lay }: PageNeeds,
  error?: string,
): Promise<Response> {
  const tongue = c.get('tongue')
  const collections = await collectionDesk.all()
  const now = clock().toZonedDateTimeISO(settings.timeZone)
  const deleted = c.req.query('done') === 'deleted'
  const sheet = listSheet(tongue, { collections, now, deleted, error })
  return sendPage(c, lay(tongue, sheet), { status: error === undefined ? 200 : 422 })
}

interface ListPage {
  readonly collections: readonly Collection[]
  readonly now: Temporal.ZonedDateTime
  readonly deleted: boolean
  readonly error: string | undefined
}

function listSheet(tongue: Tongue, { collections, now, deleted, error }: ListPage): Sheet {
  const { say } = tongue
  const named = field({
    ...{ name: 'title', label: say('desk-name'), error },
    more: html`type="text" required maxlength="120" autocomplete="off"`,
  })
  const at = href(addresses.deskCollections, {})
  const begin = html`<section><h2>${say('desk-new')}</h2><div><form class="form beside" method="post" action="${at}">${named}<button type="submit" class="button">${say('desk-new-go')}</button></form></div></section>`
  const list =
    collections.length === 0
      ? html`<p class="none">${say('desk-none')}</p>`
      : html`<ul class="listed">${collections.map((one) => entryOf(tongue, one, now))}</ul>`
  return {
    title: say('collections-title'),
    path: null,
    kind: 'plain',
    styles: 'desk.css',
    body: html`<div class="desk"><header><p class="up">${say('desk')}</p><h1>${say('collections-title')}</h1><p class="standfirst">${say('desk-intro')}</p>${deleted ? doneWords(say('desk-deleted')) : ''}</header>${list}${begin}</div>`,
  }
}

function entryOf(tongue: Tongue, collection: Collection, now: Temporal.ZonedDateTime): Html {
  const { say } = tongue
  const { id, title, language, editor, chosen } = collection
  const state = stateOf(collection, now.toInstant())
  const link = href(addresses.deskCollection, { id })
  const by = editor === '' ? '' : html`<span>${say('collection-by', { editor })}</span>`
  const stories = html`<span>${countOf(tongue, 'stories', chosen.length)}</span>`
  const changed = collection.changedAt.toZonedDateTimeISO(now.timeZoneId).toPlainDate()
  const day = html`<time datetime="${changed.toString()}">${tongue.briefDate(changed)}</time>`
  return html`<li><h2 ${spokenIn(language)}><a href="${link}">${title}</a></h2><p class="facts"><span class="state" data-state="${state}">${say(`desk-${state}`)}</span>${stories}${by}<span>${day}</span></p></li>`
}
