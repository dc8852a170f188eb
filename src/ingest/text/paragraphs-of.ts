import { escapeHtml } from '#ground/escape'
import type { DraftBlock } from '../draft.ts'
import { oneLine } from './one-line.ts'

/** Plain text as paragraphs: an empty line parts them. */
export function paragraphsOf(text: string): DraftBlock[] {
  return text
    .split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', html: escapeHtml(paragraph) }))
}
