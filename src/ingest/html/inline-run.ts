import { escapeHtml } from '#ground/escape'

/** A piece of inline content on its way to becoming the HTML of one block. */
export type Token =
  | { readonly kind: 'open' | 'close'; readonly wrapper: Wrapper }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }

export interface Wrapper {
  readonly element: string
  /** Names and values, already judged. */
  readonly attributes: readonly (readonly [string, string])[]
}

/** Inline HTML with white space folded, and without empty elements and outer line breaks. */
export function htmlOfRun(tokens: readonly Token[]): string {
  return withoutEmpty(folded(tokens)).map(written).join('')
}

/** Whether the last thing said was a line break. */
export function endsInBreak(tokens: readonly Token[]): boolean {
  return tokens.findLast(isSaid)?.kind === 'break'
}

const isSaid = (token: Token) =>
  token.kind === 'break' || (token.kind === 'text' && token.text.trim() !== '')

function folded(tokens: readonly Token[]): Token[] {
  const kept: Token[] = []
  let before: 'line start' | 'space' | 'word' = 'line start'
  for (const token of tokens) {
    if (token.kind === 'text') {
      const text = foldedAfter(before, token.text)
      if (text === '') continue
      kept.push({ kind: 'text', text })
      before = text.endsWith(' ') ? 'space' : 'word'
    } else if (token.kind === 'break') {
      trimEnd(kept)
      if (kept.some(isSaid)) kept.push(token)
      before = 'line start'
    } else {
      kept.push(token)
    }
  }
  trimEnd(kept)
  return kept
}

function foldedAfter(before: 'line start' | 'space' | 'word', text: string): string {
  const line = text.replace(/[ \t\n\f\r]+/g, ' ')
  if (before === 'line start') return line.trimStart()
  return before === 'space' ? line.replace(/^ /, '') : line
}

/** Takes white space and line breaks from the end, looking through tags. */
function trimEnd(tokens: Token[]): void {
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at]
    if (token === undefined || token.kind === 'open' || token.kind === 'close') continue
    const text = token.kind === 'text' ? token.text.trimEnd() : ''
    if (text === '') {
      tokens.splice(at, 1)
      continue
    }
    tokens[at] = { kind: 'text', text }
    return
  }
}

function withoutEmpty(tokens: readonly Token[]): Token[] {
  const kept: Token[] = []
  for (const token of tokens) {
    if (token.kind === 'close' && kept.at(-1)?.kind === 'open') kept.pop()
    else kept.push(token)
  }
  return kept
}

function written(token: Token): string {
  switch (token.kind) {
    case 'text':
      return escapeHtml(token.text)
    case 'break':
      return '<br>'
    case 'close':
      return `</${token.wrapper.element}>`
    case 'open':
      return `<${token.wrapper.element}${token.wrapper.attributes
        .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
        .join('')}>`
  }
}
