import type { Spoken } from '#catalogue'
import type { DraftBlock } from '../draft.ts'
import { asInline } from './as-inline.ts'
import { messageCard } from './cards.ts'
import type { Page } from './page.ts'
import { attribute, type Element, isElement, type Node } from './tree.ts'

/** A quotation with its source, followed by what cannot stand in one. */
export function quoteBlocks(quote: Element, page: Page, around: Required<Spoken>): DraftBlock[] {
  const source = asInline(page.blocksIn(quote.childNodes.filter(isSource), around))
  const inner = page.blocksIn(
    quote.childNodes.filter((node) => !isSource(node)),
    around,
  )
  const paragraphs: string[] = []
  const others: DraftBlock[] = [...source.others]
  for (const block of inner) {
    const { html, lists, others: beside } = asInline([block])
    const items = lists.flatMap((list) => list.items.map((item) => item.html))
    paragraphs.push(...(block.kind === 'quote' ? block.paragraphs : [html, ...items]))
    others.push(...beside)
  }
  const said = quoteOf(paragraphs.filter(Boolean), source.html || innerSource(inner))
  const card = attribute(quote, 'class') === '' ? null : messageCard(quote, page)
  return [...said, ...others, ...(card === null ? [] : [card])]
}

const isSource = (node: Node) =>
  isElement(node) && (node.tagName === 'footer' || node.tagName === 'figcaption')

/** Without a footer, a citation that is a paragraph by itself at the end is the source. */
function quoteOf(paragraphs: readonly string[], source: string): DraftBlock[] {
  const last = paragraphs.at(-1) ?? ''
  if (paragraphs.length === 0) {
    return source === '' ? [] : [{ kind: 'quote', paragraphs: [source], source: '' }]
  }
  if (source === '' && paragraphs.length > 1 && isCitation(last)) {
    return [{ kind: 'quote', paragraphs: paragraphs.slice(0, -1), source: last }]
  }
  return [{ kind: 'quote', paragraphs, source }]
}

const end = '</cite>'

const isCitation = (html: string) =>
  html.startsWith('<cite') && html.indexOf(end) === html.length - end.length

/** Of a quotation within: its source is better than none. */
function innerSource(blocks: readonly DraftBlock[]): string {
  return blocks.findLast((block) => block.kind === 'quote')?.source ?? ''
}
