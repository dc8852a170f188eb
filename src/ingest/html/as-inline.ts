import type { ListBody } from '#catalogue'
import { escapeHtml } from '#ground/escape'
import type { DraftBlock } from '../draft.ts'
import { folded } from './tree.ts'

/** Blocks brought into one place that holds only inline HTML: a list item, a cell, a caption. */
export interface Inlined {
  readonly html: string
  readonly lists: readonly ListBody[]
  /** What cannot stand in a line and has to stand beside. */
  readonly others: readonly DraftBlock[]
}

export function asInline(blocks: readonly DraftBlock[]): Inlined {
  const lines: string[] = []
  const lists: ListBody[] = []
  const others: DraftBlock[] = []
  for (const block of blocks) {
    const found = linesOf(block)
    if (found !== null) lines.push(...found.map((html) => inItsLanguage(html, block)))
    else if (block.kind === 'list') lists.push(block)
    else others.push(block)
  }
  return { html: lines.join('<br>'), lists, others }
}

function linesOf(block: DraftBlock): readonly string[] | null {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.html]
    case 'quote':
      return [...block.paragraphs, ...(block.source === '' ? [] : [block.source])]
    case 'code':
      return block.text
        .split('\n')
        .map(folded)
        .filter(Boolean)
        .map((line) => `<code>${escapeHtml(line)}</code>`)
    case 'rule':
      return []
    default:
      return null
  }
}

function inItsLanguage(html: string, { language, direction }: DraftBlock): string {
  if (language === undefined && direction === undefined) return html
  const lang = language === undefined ? '' : ` lang="${escapeHtml(language)}"`
  return `<span${direction === undefined ? '' : ` dir="${direction}"`}${lang}>${html}</span>`
}
