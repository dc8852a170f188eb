import { escapeHtml } from '#ground/escape'
import type { DraftBlock } from '../draft.ts'
import { tagsIn } from './depth.ts'
import { charactersOf, folded, treeOf } from './tree.ts'

/** Elements within a paragraph; every other tag begins a new one. */
const withinLine = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s small span strong sub sup time u'.split(
    ' ',
  ),
)

const notText = new Set(['script', 'style', 'textarea', 'title'])

/** The words of HTML that is not fit to be parsed, paragraph by paragraph. */
export function flatBlocks(html: string): DraftBlock[] {
  return flatLines(html).map((line) => ({ kind: 'paragraph', html: escapeHtml(line) }))
}

/** The same without mark-up at all, one string a paragraph. */
export function flatLines(html: string): string[] {
  const lines: string[] = []
  let line = ''
  let at = 0
  let silent = false
  const take = (end: number) => {
    if (!silent) line += html.slice(at, end)
  }
  for (const { name, closing, start, end } of tagsIn(html)) {
    take(start)
    at = end
    silent = notText.has(name) && !closing
    if (withinLine.has(name)) continue
    lines.push(line)
    line = ''
  }
  take(html.length)
  lines.push(line)
  return lines.map(words).filter(Boolean)
}

/** There is no tag left in it that a browser would see, so this is as flat as it looks. */
function words(line: string): string {
  return folded(charactersOf(treeOf(line.replace(/<(?=[A-Za-z/!?])/g, '&lt;'))))
}
