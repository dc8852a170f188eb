import { textFromHtml } from '../../html/text-from-html.ts'
import { oneLine } from '../../text/one-line.ts'
import { withoutBy } from '../../text/without-by.ts'

const most = 20
const longest = 200

/** The names of those who wrote it, each once. An e-mail address is no name, and nobody's business. */
export function bylinesFrom(written: readonly string[]): string[] {
  const names = written.map(nameIn).filter((name) => name !== '')
  return [...new Set(names)].slice(0, most)
}

/** "ada@paper.example (Ada Lund)" and "Ada Lund <ada@paper.example>" give "Ada Lund". */
function nameIn(written: string): string {
  const bare = written.replace(/<?\s*(?:mailto:)?[^\s<>()@]+@[^\s<>()@]+\.[^\s<>()@]+\s*>?/gi, ' ')
  const text = oneLine(textFromHtml(bare).slice(0, longest))
  const inBrackets = /^\((.*)\)$/.exec(text)?.[1]
  return withoutBy((inBrackets ?? text).replace(/^[\s,;–-]+|[\s,;–-]+$/g, ''))
}
