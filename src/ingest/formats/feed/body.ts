import { plainTextOf } from '#catalogue'
import type { DraftBlock } from '../../draft.ts'
import { blocksFromHtml } from '../../html/blocks-from-html.ts'
import { textFromHtml } from '../../html/text-from-html.ts'
import type { Remark } from '../../remark.ts'
import { oneLine, withoutControls } from '../../text/one-line.ts'
import { paragraphsOf } from '../../text/paragraphs-of.ts'
import type { TheirText } from './their-feed.ts'

export interface Body {
  readonly blocks: readonly DraftBlock[]
  readonly remarks: readonly Remark[]
}

/** A text of a feed as blocks; HTML without any mark-up is plain text with references in it. */
export function bodyOf(
  { text, kind }: TheirText,
  context: { base: string; language: string },
): Body {
  const clean = withoutControls(text)
  if (kind === 'plain') return { blocks: paragraphsOf(clean), remarks: [] }
  if (!/[<&]/.test(clean)) return { blocks: paragraphsOf(clean), remarks: [] }
  return blocksFromHtml(clean, context)
}

/** What a text says, as one line. */
export const lineOf = ({ text, kind }: TheirText): string =>
  oneLine(kind === 'plain' ? text : textFromHtml(text.replace(blockTag, ' $&')))

/** Where one ends the next does not go on the same word. */
const blockTag = /<\/?(?:p|div|li|h[1-6]|tr|td|th|dt|dd|blockquote|figure|section|article)\b/gi

/** What the blocks say, as one line. */
export function textOfBlocks(blocks: readonly DraftBlock[]): string {
  const texts = blocks.map((block) => (block.kind === 'picture' ? '' : plainTextOf(block)))
  return oneLine(texts.join(' '))
}
