import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { icon } from '../../components/icon.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'

const pages = {
  mine: { address: addresses.mine, title: 'nav-mine', says: 'mine-stranger', drawn: 'plus' },
  saved: {
    address: addresses.saved,
    title: 'saved-title',
    says: 'saved-stranger',
    drawn: 'bookmark',
  },
  history: {
    address: addresses.history,
    title: 'history-title',
    says: 'history-stranger',
    drawn: 'check',
  },
  lists: { address: addresses.lists, title: 'lists-title', says: 'lists-stranger', drawn: 'list' },
} as const

/**
 * What a page of the reader's own would be for a stranger, and the way in.
 * @param back where signing in leads, when not to this page
 */
export function strangerSheet(
  tongue: Tongue,
  which: keyof typeof pages,
  back: string | null = null,
): Sheet {
  const { say, locale } = tongue
  const { address, title, says, drawn } = pages[which]
  const at = href(address, { locale: locale.name })
  const enter = html`<a class="button first" href="${signInFor(locale.name, back ?? at)}" rel="nofollow">${say('log-in')}</a>`
  return {
    title: say(title),
    path: at,
    unlisted: true,
    kind: 'list',
    styles: 'keeping.css',
    body: html`<div class="mine for-stranger">${icon(drawn)}<h1>${say(title)}</h1><p>${say(says)}</p><p>${say('keep-account')}</p><p>${enter}</p></div>`,
  }
}
