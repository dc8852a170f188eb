import { textOf } from '#catalogue'
import { escapeHtml } from '#ground/escape'

/** Clean inline HTML, taken apart. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | Mark

export interface Mark {
  readonly kind: 'mark'
  /** "a" */
  readonly element: string
  /** Its first tag as it stands, attributes and all. */
  readonly opening: string
  readonly inside: readonly Inline[]
}

/** Null when it does not close what it opens: then only its words can be relied on. */
export function inlineTree(html: string): readonly Inline[] | null {
  const open: { mark: Omit<Mark, 'inside'>; around: Inline[] }[] = []
  let here: Inline[] = []
  for (const piece of html.split(/(<[^<>]*>)/)) {
    if (piece === '') continue
    if (!piece.startsWith('<')) here.push({ kind: 'text', text: textOf(piece) })
    else if (/^<br ?\/?>$/.test(piece)) here.push({ kind: 'break' })
    else if (piece.startsWith('</')) {
      const closed = open.pop()
      if (closed === undefined || piece !== `</${closed.mark.element}>`) return null
      closed.around.push({ ...closed.mark, inside: here })
      here = closed.around
    } else {
      const element = /^<([a-z]+)/.exec(piece)?.[1]
      if (element === undefined) return null
      open.push({ mark: { kind: 'mark', element, opening: piece }, around: here })
      here = []
    }
  }
  return open.length === 0 ? here : null
}

export function inlineHtml(tree: readonly Inline[]): string {
  return tree
    .map((node) => {
      if (node.kind === 'text') return escapeHtml(node.text)
      if (node.kind === 'break') return '<br>'
      return `${node.opening}${inlineHtml(node.inside)}</${node.element}>`
    })
    .join('')
}

export function inlineText(tree: readonly Inline[]): string {
  return tree
    .map((node) =>
      node.kind === 'text' ? node.text : node.kind === 'break' ? ' ' : inlineText(node.inside),
    )
    .join('')
}

/** Every link, also those inside other marks, in order. */
export function linksIn(tree: readonly Inline[]): readonly Mark[] {
  return tree.flatMap((node) =>
    node.kind !== 'mark' ? [] : node.element === 'a' ? [node] : linksIn(node.inside),
  )
}
