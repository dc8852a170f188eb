import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import type { Page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { forReader } from '../account/for-reader.ts'
import { listAt, listsAt } from './list-at.ts'

/** What cannot be undone is not one press away. */
export function askToDeleteList({ theirs, lay }: PageNeeds): Page {
  return forReader(addresses.listDelete, async (c, { reader }) => {
    const list = await theirs.lists.byId(reader.id, c.req.param('list') ?? '')
    if (list === null) return c.notFound()
    const tongue = c.get('tongue')
    const { say, locale } = tongue
    const title = say('list-delete')
    const at = href(addresses.listDelete, { locale: locale.name, list: list.id })
    const keep = html`<a class="button" href="${listAt(tongue, list.id)}">${say('desk-keep')}</a>`
    const go = html`<form class="form" method="post" action="${at}"><p class="deeds"><button type="submit" class="button first">${say('desk-delete-go')}</button>${keep}</p></form>`
    const body = html`<div class="desk"><header><h1>${title}</h1><p class="standfirst" dir="auto">${list.title}</p></header><p>${say('list-delete-text')}</p>${go}</div>`
    return sendPage(c, lay(tongue, { title, path: null, kind: 'plain', styles: 'desk.css', body }))
  })
}

export function deleteList({ theirs }: PageNeeds): Page {
  return forReader(addresses.listDelete, async (c, { reader }) => {
    await theirs.lists.remove(reader.id, c.req.param('list') ?? '')
    return c.redirect(`${listsAt(c.get('tongue'))}?done=deleted`, 303)
  })
}
