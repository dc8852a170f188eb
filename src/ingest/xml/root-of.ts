export interface Root {
  /** Local name in lower case, without its prefix. */
  readonly name: string
  /** The start tag as it stands. */
  readonly tag: string
}

/** The first element of an XML text: instructions, comments and a DOCTYPE before it are skipped. */
export function rootOf(text: string): Root | null {
  let at = 0
  for (;;) {
    at = text.indexOf('<', at)
    if (at === -1) return null
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4)
    else if (text.startsWith('<?', at)) at = after(text, '?>', at)
    else if (text.startsWith('<!', at)) at = afterDoctype(text, at)
    else break
    if (at === -1) return null
  }
  const end = text.indexOf('>', at)
  const tag = text.slice(at, end === -1 ? text.length : end + 1)
  const name = /^<(?:[^\s<>/:]+:)?([^\s<>/:]+)/.exec(tag)?.[1]
  return name === undefined ? null : { name: name.toLowerCase(), tag }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found === -1 ? -1 : found + mark.length
}

/** A DOCTYPE may hold declarations in brackets, each of which has a ">" of its own. */
function afterDoctype(text: string, from: number): number {
  const end = text.indexOf('>', from)
  const bracket = text.indexOf('[', from)
  if (bracket === -1 || end === -1 || end < bracket) return end === -1 ? -1 : end + 1
  const close = /\]\s*>/g
  close.lastIndex = bracket
  const found = close.exec(text)
  return found === null ? -1 : close.lastIndex
}
