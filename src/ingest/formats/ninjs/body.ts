import type { DraftBlock } from '../../draft.ts'
import { blocksFromHtml } from '../../html/blocks-from-html.ts'
import type { Remark } from '../../remark.ts'
import { oneLine } from '../../text/one-line.ts'
import { paragraphsOf } from '../../text/paragraphs-of.ts'
import { type Item, type Said, saidAs } from './said.ts'

const mainRoles = ['', 'main', 'body', 'full', 'complete', 'xhtml', 'html', 'text']

/** The text of an item in its richest form, or null when it has none. */
export function bodyOf(item: Item): Said | null {
  const bodies = saidAs(item, 'bodies', 'body')
  return bodies.toSorted((a, b) => worth(b) - worth(a))[0] ?? null
}

function worth({ role, contentType, value }: Said): number {
  const isMain = mainRoles.includes(role) ? 4 : 0
  const xhtml = role === 'xhtml' || contentType.includes('xhtml') ? 1 : 0
  return isMain + xhtml + (isMarkup(contentType, value) ? 2 : 0)
}

const isMarkup = (contentType: string, value: string) =>
  /html|xml/.test(contentType) || (contentType === '' && /<(?:p|div|br|h\d)[\s/>]/i.test(value))

/** The blocks of a body, with remarks on what could not be kept. */
export function blocksOf(
  body: Said,
  context: { base: string; language: string },
): { blocks: readonly DraftBlock[]; remarks: readonly Remark[] } {
  if (isMarkup(body.contentType, body.value)) return blocksFromHtml(body.value, context)
  return { blocks: paragraphsIn(body.value), remarks: [] }
}

/** Wires part paragraphs by empty lines, or, when there are none, by single line ends. */
function paragraphsIn(value: string): DraftBlock[] {
  const lines = value.replace(/\r\n?/g, '\n').trim()
  return paragraphsOf(/\n\s*\n/.test(lines) ? lines : lines.replaceAll('\n', '\n\n'))
}

/** The same as words, to tell the language by. */
export const sampleOf = (body: Said | null): string =>
  oneLine((body?.value ?? '').slice(0, 3_000).replace(/<[^>]*>/g, ' '))
