import { textOf } from '#catalogue'
import { escapeHtml } from '#ground/escape'
import { inlineElements, mayCarry } from './allowed.ts'

/**
 * The last look at inline HTML before it is kept: its words alone if there is anything in it that
 * we never write. Our writer makes nothing of the kind; this is for the day it does.
 */
export function certain(html: string): string {
  return isOurs(html) ? html : escapeHtml(textOf(html).replace(/[<>]/g, ''))
}

function isOurs(html: string): boolean {
  const rest = html.replace(
    /<(\/?)([a-z]+)((?: [a-z]+="[^"<>]*")*)>/g,
    (tag, slash, name, given) => (isKnown(name, given, slash === '/') ? '' : tag),
  )
  return !/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/.test(rest)
}

function isKnown(element: string, given: string, closing: boolean): boolean {
  if (!inlineElements.has(element) || (closing && given !== '')) return false
  return Array.from(given.matchAll(/ ([a-z]+)="([^"]*)"/g)).every(([, name = '', value = '']) =>
    mayCarry(element, name, textOf(value)),
  )
}
