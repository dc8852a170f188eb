import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { spokenIn } from '../../components/spoken.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { sendEdit } from './edit.ts'
import type { ShowToEditor } from './for-editors.ts'
import { typedFrom } from './typed.ts'

/** What cannot be undone is not one press away: this page says what goes. */
export function askToDelete({ collectionDesk, lay }: PageNeeds): ShowToEditor {
  return async (c) => {
    const id = c.req.param('id') ?? ''
    const collection = await collectionDesk.byId(id)
    if (collection === null) return c.notFound()
    const tongue = c.get('tongue')
    const { say } = tongue
    const at = href(addresses.deskDelete, { id })
    const keep = html`<a class="button" href="${href(addresses.deskCollection, { id })}">${say('desk-keep')}</a>`
    const go = html`<form class="form" method="post" action="${at}"><input type="hidden" name="revision" value="${collection.revision}"><p class="deeds"><button type="submit" class="button first">${say('desk-delete-go')}</button>${keep}</p></form>`
    const title = say('desk-delete')
    const what = html`<p class="standfirst" ${spokenIn(collection.language)}>${collection.title}</p>`
    const body = html`<div class="desk"><header><h1>${title}</h1>${what}</header><p>${say('desk-delete-text')}</p>${go}</div>`
    return sendPage(c, lay(tongue, { title, path: null, kind: 'plain', styles: 'desk.css', body }))
  }
}

/** Deletes the revision that was shown; one that somebody changed meanwhile is shown again. */
export function deleteCollection(needs: PageNeeds): ShowToEditor {
  const { collectionDesk, clock, settings } = needs
  return async (c) => {
    const id = c.req.param('id') ?? ''
    const collection = await collectionDesk.byId(id)
    if (collection === null) return c.notFound()
    const revision = Number((await typedIn(c))('revision'))
    if (await collectionDesk.remove(id, revision, clock())) {
      return c.redirect(`${href(addresses.deskCollections, {})}?done=deleted`, 303)
    }
    const typed = typedFrom(collection, settings.timeZone)
    return sendEdit(c, needs, { collection, typed, meanwhile: true }, 409)
  }
}
