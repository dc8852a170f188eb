import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { collected } from '../collections/collected.ts'
import { collectionSheet } from '../collections/collection-page.ts'
import type { ShowToEditor } from './for-editors.ts'

/** The page as readers will see it, which only editors see yet. */
export function previewCollection(needs: PageNeeds): ShowToEditor {
  const { collectionDesk, clock, settings, lay } = needs
  return async (c) => {
    const id = c.req.param('id') ?? ''
    const collection = await collectionDesk.byId(id)
    if (collection === null) return c.notFound()
    const tongue = c.get('tongue')
    const { say } = tongue
    const stories = await collected(needs, collection)
    const now = clock().toZonedDateTimeISO(settings.timeZone)
    const { subject: _, ...sheet } = collectionSheet(tongue, { collection, stories, now })
    const back = html`<a href="${href(addresses.deskCollection, { id })}">${say('desk-back')}</a>`
    const note = html`<p class="done-words preview">${say('desk-preview-note')} ${back}</p>`
    const page = { ...sheet, path: null, body: html`${note}${sheet.body}` }
    return sendPage(c, lay(tongue, page))
  }
}
