import type { Remark } from '../../remark.ts'

const kinds: Readonly<Record<string, string>> = { '<': '>}}', '%': '%}}' }

/**
 * The text without the calls of a site generator, which mean nothing outside of it; what stands
 * between a pair of them stays. One pass: an opening without an end ends the search.
 */
export function withoutShortcodes(
  text: string,
  firstLine: number,
): { text: string; remarks: readonly Remark[] } {
  const remarks: Remark[] = []
  let kept = ''
  let at = 0
  let line = firstLine
  for (let open = text.indexOf('{{'); open !== -1; open = text.indexOf('{{', at)) {
    const close = kinds[text.charAt(open + 2)]
    const end = close === undefined ? open + 2 : text.indexOf(close, open + 3)
    if (end === -1) break
    kept += text.slice(at, open)
    line += count(text, at, open)
    if (close === undefined) {
      kept += '{{'
      at = end
      continue
    }
    remarks.push(remarkOf(text.slice(open + 3, end), line))
    at = end + close.length
    line += count(text, open, at)
  }
  return { text: kept + text.slice(at), remarks }
}

const count = (text: string, from: number, to: number) =>
  text.slice(from, to).split('\n').length - 1

function remarkOf(call: string, line: number): Remark {
  const name = /^\s*\/?\s*([\w./-]*)/.exec(call)?.[1] || 'call'
  return {
    code: 'markdown.shortcode',
    message: `The shortcode "${name.slice(0, 60)}" is shown as nothing: write what it stands for.`,
    where: `line ${line}`,
  }
}

/** Names that a site generator gives to headings are no part of the heading. */
export const withoutHeadingNames = (text: string): string =>
  text.replace(/^(#{1,6}[ \t][^\n]*?)[ \t]*\{[#.][\w. #-]*\}[ \t]*$/gm, '$1')
