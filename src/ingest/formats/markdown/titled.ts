import { textOf } from '#catalogue'
import type { DraftBlock } from '../../draft.ts'
import { blocksFromHtml } from '../../html/blocks-from-html.ts'
import type { Remark } from '../../remark.ts'
import { htmlOfMarkdown } from './html-of-markdown.ts'
import { headlineOf } from './path.ts'
import { withoutHeadingNames, withoutShortcodes } from './shortcodes.ts'

interface Titled {
  readonly headline: string
  readonly blocks: readonly DraftBlock[]
  readonly remarks: readonly Remark[]
}

/**
 * The blocks of a file's text below its headline. A heading at the top that repeats the headline
 * goes; without a headline it is the headline; without either the file's name is.
 */
export function titled(
  title: string,
  { text, line }: { readonly text: string; readonly line: number },
  { from, language, home }: { from: string; language: string; home: string | null },
): Titled {
  const plain = withoutShortcodes(text, line)
  const { html, remarks } = htmlOfMarkdown(withoutHeadingNames(plain.text), line, home)
  const read = blocksFromHtml(html, { base: from, language })
  const said = [...plain.remarks, ...remarks, ...read.remarks]
  const [first, ...rest] = read.blocks
  const heading = first?.kind === 'heading' && first.level === 2 ? textOf(first.html) : ''
  if (heading !== '' && (title === '' || isSame(heading, title))) {
    return { headline: title || heading.replaceAll('\n', ' '), blocks: rest, remarks: said }
  }
  if (title !== '') return { headline: title, blocks: read.blocks, remarks: said }
  const message = 'It has no title, so its file name serves: write "title: …" in its head.'
  const untitled = { code: 'markdown.no-title', message, where: 'head' }
  return { headline: headlineOf(from), blocks: read.blocks, remarks: [untitled, ...said] }
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
