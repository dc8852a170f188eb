import { isTooDeep } from './depth.ts'
import { flatLines } from './flat-blocks.ts'
import { charactersOf, elementsIn, folded, isElement, type Node, treeOf } from './tree.ts'

/**
 * The words of a title or a name that may hold mark-up: read once, so that `&amp;lt;` is "&lt;",
 * on one line, without the direction marks that would turn the text around it.
 */
export function textFromHtml(html: string): string {
  return folded(wordsOf(html).replace(strayMarks, ''))
}

const strayMarks = /[\u202A-\u202E\u2066-\u2069]|(?![\t\n\f\r])\p{Cc}/gu

function wordsOf(html: string): string {
  if (!/[<&]/.test(html)) return html
  if (isTooDeep(html)) return flatLines(html).join(' ')
  return charactersOf(readable(treeOf(html)))
}

const unread = new Set(['script', 'style', 'template', 'textarea', 'noscript', 'svg', 'iframe'])

function readable(nodes: readonly Node[]): readonly Node[] {
  for (const element of elementsIn(nodes)) {
    element.childNodes = element.childNodes.filter(isReadable)
  }
  return nodes.filter(isReadable)
}

const isReadable = (node: Node) => !isElement(node) || !unread.has(node.tagName)
