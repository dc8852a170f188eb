import { type Block, type ListItem, textOf } from '#catalogue'

/** What the page draws on a line of its own, though its textContent runs on. */
export interface Line {
  readonly text: string
  /** Whether a full stop is said after it where none is written. */
  readonly ends: boolean
}

/**
 * What is heard of a block; none where it is only looked at. Joined they are exactly the textContent
 * of the element that `readyHtml` makes of it.
 */
export function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return linesIn(block.html)
    case 'quote':
      return [...block.paragraphs, block.source].flatMap(linesIn)
    case 'list':
      return block.items.flatMap(itemLines)
    default:
      return []
  }
}

/** The last line ends; those before it only where a `<br>` is. */
function linesIn(html: string): readonly Line[] {
  const texts = html.replace(/\r\n?/g, '\n').split(/<br\s*\/?>/)
  return texts.map((text, index) => ({ text: textOf(text), ends: index === texts.length - 1 }))
}

function itemLines({ html, inner }: ListItem): readonly Line[] {
  return [...linesIn(html), ...(inner?.items.flatMap(itemLines) ?? [])]
}
