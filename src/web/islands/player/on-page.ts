/** The elements of the page whose words are spoken, by the names of their blocks. */
export function elementOf(block: string): HTMLElement | null {
  const place =
    block === 'headline'
      ? '.story h1'
      : block === 'standfirst'
        ? '.story header .standfirst'
        : `.text > #${CSS.escape(block)}`
  return document.querySelector<HTMLElement>(place)
}

/** The name of the block that an element of the page stands in. */
export function blockOf(node: Node): string | null {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest<HTMLElement>('.text > [id], .story h1, .story header .standfirst')
  if (!block) return null
  if (block.matches('h1')) return 'headline'
  return block.matches('.standfirst') ? 'standfirst' : block.id
}

/** A stretch of an element's textContent. */
export function rangeIn(element: Element, start: number, end: number): Range | null {
  const range = document.createRange()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let at = 0
  let begun = false
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0
    if (!begun && start < at + length) {
      range.setStart(node, start - at)
      begun = true
    }
    if (begun && end <= at + length) {
      range.setEnd(node, end - at)
      return range
    }
    at += length
  }
  return null
}

/** How much of the element's textContent stands before this point of it. */
export function offsetIn(element: Element, node: Node, offset: number): number {
  const range = document.createRange()
  range.setStart(element, 0)
  range.setEnd(node, offset)
  return range.toString().length
}

/** The point of the text under a point of the screen. */
export function textAt(x: number, y: number): { node: Node; offset: number } | null {
  const point = document.caretPositionFromPoint?.(x, y)
  if (point) return { node: point.offsetNode, offset: point.offset }
  // What Safari calls it.
  const range = document.caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}

/** While the player speaks of it, the page keeps no place of its own. */
export function setSpoken(spoken: boolean): void {
  const article = document.querySelector<HTMLElement>('.story[data-story]')
  if (spoken) article?.setAttribute('data-spoken', '')
  else article?.removeAttribute('data-spoken')
}

/** What is heard of the page when the device itself reads it. */
export function spokenElements(): HTMLElement[] {
  const elements = document.querySelectorAll<HTMLElement>(':is(.story h1, .text > [id])')
  return [...elements].filter((element) => !element.matches('figure, pre, .table'))
}
