import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

export function treeOf(html: string): readonly Node[] {
  return parseFragment(html, { scriptingEnabled: false }).childNodes
}

export const isElement = (node: Node): node is Element => 'tagName' in node

export function childrenOf(element: Element): readonly Element[] {
  return element.childNodes.filter(isElement)
}

export function attribute(element: Element, name: string): string {
  return element.attrs.find((found) => found.name === name)?.value ?? ''
}

/** Every element below these nodes, in the order of the text. */
export function* elementsIn(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!isElement(node)) continue
    yield node
    yield* elementsIn(node.childNodes)
  }
}

/** The characters below these nodes, as they stand. */
export function charactersOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return 'value' in node ? node.value : ''
      return node.tagName === 'br' ? '\n' : charactersOf(node.childNodes)
    })
    .join('')
}

/** One line without the white space that only lays out the source. */
export function folded(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ').trim()
}
