import { type Sought, tagsIn } from './tags-in.ts'

/** Where an element stands in a text. */
export interface Span {
  readonly start: number
  readonly end: number
  /** What has to be put behind it to close it; empty where it is closed. */
  readonly closing: string
  /** True when the text ends inside it, so that nobody knows what is missing. */
  readonly isCutOff: boolean
}

/**
 * Finds the outermost elements of some names in XML however broken, in one walk through the text.
 * In XML that is not well-formed, an element that begins inside another has lost the other's end.
 */
export function elementsIn(text: string, sought: Sought): Span[] {
  const spans: Span[] = []
  let open: { start: number; name: string; depth: number } | null = null
  for (const { kind, name, start, end, isCutOff } of tagsIn(text, sought)) {
    if (open !== null && sought.isWellFormed && kind !== 'around') {
      if (kind !== 'empty') open.depth += kind === 'start' ? 1 : -1
      if (open.depth > 0) continue
    }
    if (open !== null) {
      const isItsEnd = kind === 'end'
      const closing = isItsEnd ? '' : `</${open.name}>`
      spans.push({ start: open.start, end: isItsEnd ? end : start, closing, isCutOff })
      open = null
    }
    if (kind === 'start' && !isCutOff) open = { start, name, depth: 1 }
    else if (kind === 'empty' || kind === 'start') {
      spans.push({ start, end, closing: '', isCutOff })
    }
  }
  if (open !== null) {
    spans.push({ start: open.start, end: text.length, closing: '', isCutOff: true })
  }
  return spans
}
