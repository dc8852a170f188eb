import type { Spoken } from '#catalogue'
import { escapeHtml } from '#ground/escape'
import type { DraftBlock } from '../draft.ts'
import { asInline } from './as-inline.ts'
import type { Page } from './page.ts'
import { charactersOf, childrenOf, type Element, folded, type Node } from './tree.ts'

/** What a figure shows, with its caption where it belongs: on a picture, a quotation, a table. */
export function figureBlocks(figure: Element, page: Page, around: Required<Spoken>): DraftBlock[] {
  const captions = childrenOf(figure).filter(({ tagName }) => tagName === 'figcaption')
  const isCaption = (node: Node) => captions.some((caption) => caption === node)
  const shown = page.blocksIn(
    figure.childNodes.filter((node) => !isCaption(node)),
    around,
  )
  const credits = captions.flatMap(creditsIn)
  const credit = folded(credits.map(({ childNodes }) => charactersOf(childNodes)).join(' '))
  const said = asInline(
    page.blocksIn(
      captions.map((caption) => without(caption, credits)),
      around,
    ),
  )
  return [...captioned(shown, said.html, credit), ...said.others]
}

function captioned(blocks: readonly DraftBlock[], html: string, credit: string): DraftBlock[] {
  if (html === '' && credit === '') return [...blocks]
  const last = blocks.findLast((block) => takesCaption(block))
  const given = last === undefined ? null : withCaption(last, html, credit)
  if (given !== null) return blocks.map((block) => (block === last ? given : block))
  const line = [html, credit && `<small>${escapeHtml(credit)}</small>`].filter(Boolean).join(' ')
  return [...blocks, { kind: 'paragraph', html: line }]
}

function takesCaption(block: DraftBlock): boolean {
  if (block.kind === 'picture') return block.caption === '' && block.credit === ''
  if (block.kind === 'quote') return block.source === ''
  return block.kind === 'table' && block.caption === ''
}

function withCaption(block: DraftBlock, html: string, credit: string): DraftBlock | null {
  const line = [html, escapeHtml(credit)].filter(Boolean).join(' ')
  switch (block.kind) {
    case 'picture':
      return { ...block, caption: html, credit }
    case 'quote':
      return { ...block, source: line }
    case 'table':
      return { ...block, caption: line }
    default:
      return null
  }
}

/** The small print of a caption names who made the picture. */
function creditsIn(caption: Element): Element[] {
  const found: Element[] = []
  for (const child of childrenOf(caption)) {
    if (child.tagName === 'small' || child.tagName === 'cite') found.push(child)
    else found.push(...creditsIn(child))
  }
  return found
}

function without(element: Element, gone: readonly Element[]): Element {
  const isGone = (node: Node) => gone.some((one) => one === node)
  const childNodes = element.childNodes
    .filter((node) => !isGone(node))
    .map((node) => ('tagName' in node ? without(node, gone) : node))
  return { ...element, childNodes }
}
