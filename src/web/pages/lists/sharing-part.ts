import { html } from 'hono/html'
import { type ListBar, listRules } from '#reading'
import { deed, field } from '../../components/form.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import { faultWords } from './fault-words.ts'
import { listAt } from './list-at.ts'
import type { ListPage } from './list-page.ts'

/** Whether others see a list, under which address, and by whose name. */
export function sharingPart(tongue: Tongue, page: ListPage): Html {
  const { say } = tongue
  const { list, sharedAt, bar } = page
  const title = html`<h2>${say('list-share')}</h2>`
  if (bar !== null && sharedAt === null) return barredPart(tongue, page, bar)
  const at = listAt(tongue, list.id)
  const name = field({
    name: 'name',
    label: say('list-name'),
    value: list.shownName,
    hint: say('list-name-hint'),
    error: faultWords(tongue, page.faults, 'name'),
    more: html`maxlength="${listRules.longest.name * 2}" autocomplete="nickname" dir="auto"`,
  })
  const words = say(sharedAt === null ? 'list-share-go' : 'account-save')
  const form = html`<form class="form" method="post" action="${at}"><input type="hidden" name="does" value="share">${name}<button type="submit" class="button">${words}</button></form>`
  if (sharedAt === null) {
    return html`<section id="share">${title}<div><p class="hint">${say('list-share-text')}</p>${form}</div></section>`
  }
  const copy = html`<button type="button" class="button scripted" data-does="copy" data-of="link">${say('copy-link')}</button>`
  const see = html`<a class="button" href="${sharedAt.pathname}">${say('desk-see')}</a>`
  const done = html`<p class="done" role="status" data-said="${say('copied')}"></p>`
  const link = html`<div class="field" data-island="share"><label for="link">${say('list-address')}</label><textarea id="link" readonly dir="ltr" rows="3" spellcheck="false">${sharedAt.href}</textarea><p class="deeds">${copy}${see}</p>${done}</div>`
  return html`<section id="share">${title}<div><p class="hint">${say('list-share-text')}</p>${link}${form}${deed(at, say('list-share-end'), { does: 'unshare' })}</div></section>`
}

/** That it is not shared, on whose word and why, and whom to ask. */
function barredPart({ say }: Tongue, { list, contact }: ListPage, bar: ListBar): Html {
  const { listId, title, reason } = bar
  const what = listId === list.id ? say('list-barred') : say('list-barred-like', { title })
  const said =
    reason !== '' &&
    html`<p>${say('list-barred-reason')}</p><blockquote class="reason" dir="auto">${reason}</blockquote>`
  return html`<section id="share"><h2>${say('list-share')}</h2><div class="barred"><p>${what}</p>${said}${contact}</div></section>`
}
