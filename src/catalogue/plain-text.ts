import type { BlockBody, ListItem } from './block.ts'
import { type Length, readingMinutes, wordsIn } from './reading-time.ts'

/** The words of inline HTML without its tags, character references read. */
export function textOf(html: string): string {
  return html
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (name) => references[name] ?? name)
}

/** The sanitiser writes these references and no others. */
const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': '\u00A0',
}

/** Everything a block says, as plain text; captions are part of it, alternative texts are not. */
export function plainTextOf(block: BlockBody): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return textOf(block.html)
    case 'quote':
      return [...block.paragraphs, block.source].map(textOf).join('\n')
    case 'picture':
      return textOf(block.caption)
    case 'list':
      return listText(block.items)
    case 'table':
      return [[block.caption], block.head, ...block.rows].flat().map(textOf).join('\n')
    case 'code':
      return block.text
    case 'card':
      return block.title
    case 'rule':
      return ''
  }
}

function listText(items: readonly ListItem[]): string {
  return items
    .map(({ html, inner }) => `${textOf(html)}${inner ? `\n${listText(inner.items)}` : ''}`)
    .join('\n')
}

const paragraphLike = new Set<BlockBody['kind']>(['paragraph', 'quote', 'list', 'table', 'code'])

/** Whether a reader would count this block as a paragraph. */
export const isParagraphLike = (block: BlockBody): boolean => paragraphLike.has(block.kind)

/** How long these blocks are together. */
export function lengthOf(blocks: readonly BlockBody[], language: string): Length {
  const words = blocks.reduce((sum, block) => sum + wordsIn(plainTextOf(block), language), 0)
  const paragraphs = blocks.filter(isParagraphLike).length
  return { paragraphs, words, minutes: readingMinutes(words, language) }
}
