import type { DraftBlock } from '../draft.ts'
import { linkAddress } from './address.ts'
import type { Page } from './page.ts'
import { attribute, childrenOf, type Element, elementsIn, folded } from './tree.ts'

const sources = ['src', 'data-src', 'data']

/** A link card in place of something that would run on the reader's machine; null for none. */
export function cardOf(element: Element, page: Page): DraftBlock | null {
  const inner = childrenOf(element).filter(({ tagName }) => tagName === 'source')
  const written = [element, ...inner]
    .flatMap((holder) => sources.map((name) => attribute(holder, name)))
    .find(Boolean)
  if (written === undefined || isInvisible(element)) return null
  const title = attribute(element, 'title') || attribute(element, 'aria-label')
  return card(written, folded(title), element.tagName, page)
}

/** The card of an embedded message: its last link is where it can be read. */
export function messageCard(message: Element, page: Page): DraftBlock | null {
  const links = elementsIn(message.childNodes).filter(({ tagName }) => tagName === 'a')
  const written = links.map((link) => attribute(link, 'href')).filter(Boolean)
  const last = Array.from(written).at(-1)
  return last === undefined ? null : card(last, '', 'message', page)
}

function card(written: string, title: string, what: string, page: Page): DraftBlock | null {
  const address = linkAddress(written, page.base)
  if (address === null || !/^https?:/.test(address)) {
    page.say(
      'link.refused',
      `An embedded ${what} is left out: its address is refused.`,
      short(written),
    )
    return null
  }
  page.say('embed.card', `An embedded ${what} is shown as a link.`, short(address))
  return { kind: 'card', address, title: title || new URL(address).hostname.replace(/^www\./, '') }
}

const short = (address: string) => address.slice(0, 200)

const isInvisible = (element: Element) =>
  ['width', 'height'].some((name) => /^[01](?:px)?$/.test(attribute(element, name)))
