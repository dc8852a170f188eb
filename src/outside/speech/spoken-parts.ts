import { type SpokenBlock, sentencesOf } from '#narrate'

/** A stretch of what is spoken. */
export interface Part {
  readonly text: string
  /** The code point of the block's `spoken` that it begins with. */
  readonly codePoint: number
}

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * What is spoken, cut where sentences end into parts of about `length` letters, so that the first is
 * heard soon and nobody waits long for one that nobody wants any more. Only a sentence that is longer
 * than `most` is cut itself, between words where it has any.
 */
export function partsOf(block: SpokenBlock, length: number, most: number): readonly Part[] {
  const spans = sentencesOf(block)
    .map(({ spokenStart, spokenEnd }) => ({ start: spokenStart, end: spokenEnd }))
    .flatMap((span) => cut(block.spoken, span, most))
  const parts: Part[] = []
  let [counted, codePoint] = [0, 0]
  for (const { start, end } of gathered(spans, length)) {
    codePoint += codePointsIn(block.spoken.slice(counted, start))
    counted = start
    parts.push({ text: block.spoken.slice(start, end), codePoint })
  }
  return parts
}

/** Neighbours are taken together as long as they fit. */
function gathered(spans: readonly Span[], length: number): readonly Span[] {
  const together: Span[] = []
  for (const span of spans) {
    const last = together.at(-1)
    if (last !== undefined && span.end - last.start <= length) {
      together[together.length - 1] = { start: last.start, end: span.end }
    } else together.push(span)
  }
  return together
}

function cut(text: string, { start, end }: Span, most: number): readonly Span[] {
  if (end - start <= most) return [{ start, end }]
  const space = text.slice(start, start + most).search(/\s\S*$/)
  const at = space > 0 ? start + space : wholeLetter(text, start + most)
  return [{ start, end: at }, ...cut(text, { start: at, end }, most)]
}

/** Not between the two halves of one letter. */
function wholeLetter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
}

function codePointsIn(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}
