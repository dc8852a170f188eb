import type { Spoken } from '#catalogue'
import type { DraftBlock } from '../draft.ts'
import { asInline } from './as-inline.ts'
import { messageCard } from './cards.ts'
import type { Page } from './page.ts'
import { attribute, type Element, isElement, type Node } from './tree.ts'

/** A quotation with its source, followed by what cannot stand in one. */
export function quoteBlocks(quote: Element, page: Page, around: Required<Spoken>): DraftBlock[] {
  const said = quote.childNodes.filter((node) => !isSource(node))
  const source = asInline(page.blocksIn(quote.childNodes.filter(isSource), around))
  const inner = page.blocksIn(said, around)
  const paragraphs: string[] = []
  const others: DraftBlock[] = [...source.others]
  for (const block of inner) {
    const { html, lists, others: beside } = asInline([block])
    const items = lists.flatMap((list) => list.items.map((item) => item.html))
    paragraphs.push(...(block.kind === 'quote' ? block.paragraphs : [html, ...items]))
    others.push(...beside)
  }
  const kept = paragraphs.filter(Boolean)
  const blocks: DraftBlock[] =
    kept.length === 0
      ? paragraphsOf(source.html)
      : [{ kind: 'quote', paragraphs: kept, source: source.html || innerSource(inner) }]
  const card = attribute(quote, 'class') === '' ? null : messageCard(quote, page)
  return [...blocks, ...others, ...(card === null ? [] : [card])]
}

const paragraphsOf = (html: string): DraftBlock[] =>
  html === '' ? [] : [{ kind: 'paragraph', html }]

/** A footer or a citation that stands by itself, not one that is part of a sentence. */
function isSource(node: Node): boolean {
  if (!isElement(node)) return false
  if (node.tagName === 'footer' || node.tagName === 'figcaption') return true
  if (node.tagName === 'cite') return isAlone(node)
  const [only] = node.childNodes.filter(isInk)
  return node.tagName === 'p' && only !== undefined && isElement(only) && isOnlyCite(node, only)
}

const isOnlyCite = (paragraph: Element, child: Element) =>
  child.tagName === 'cite' && paragraph.childNodes.filter(isInk).length === 1

function isAlone(cite: Element): boolean {
  const siblings = cite.parentNode?.childNodes ?? []
  const at = siblings.indexOf(cite)
  return siblings.slice(at + 1).every((node) => !isInk(node)) && siblings.slice(0, at).some(isBlock)
}

const isInk = (node: Node) => isElement(node) || ('value' in node && node.value.trim() !== '')

const isBlock = (node: Node) =>
  isElement(node) && /^(?:p|div|ul|ol|br|h[1-6]|footer)$/.test(node.tagName)

/** Of a quotation within: its source is better than none. */
function innerSource(blocks: readonly DraftBlock[]): string {
  return blocks.findLast((block) => block.kind === 'quote')?.source ?? ''
}
