import type { Mark } from './marked.ts'

/** A piece of a longer text, and what is marked in it. */
export interface Snippet {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Signs of a snippet, and how many of them may stand before what was found. */
const length = 240
const before = 60

/** The piece of a text that has most of the question in it, the first of those; null without marks. */
export function snippetOf(text: string, marks: readonly Mark[]): Snippet | null {
  const best = bestOf(marks)
  if (best === null) return null
  const from = startOf(text, best.from)
  const to = endOf(text, from)
  const start = from === 0 ? '' : '… '
  const piece = text.slice(from, to).trimEnd()
  const shift = start.length - from
  return {
    text: `${start}${piece}${to === text.length ? '' : ' …'}`,
    marks: marks
      .filter((mark) => mark.from >= from && mark.to <= from + piece.length)
      .map((mark) => ({ ...mark, from: mark.from + shift, to: mark.to + shift })),
  }
}

function bestOf(marks: readonly Mark[]): Mark | null {
  let best: Mark | null = null
  let most = 0
  for (const mark of marks) {
    const near = marks.filter(
      ({ from, to }) => from >= mark.from && to <= mark.from + length - before,
    )
    const parts = new Set(near.map(({ part }) => part)).size
    if (parts > most) [best, most] = [mark, parts]
  }
  return best
}

/** The beginning of a sentence where one is near, otherwise of a word. */
function startOf(text: string, mark: number): number {
  if (mark <= before) return 0
  const near = text.slice(mark - before, mark)
  const sentence = near.search(/(?<=[.!?؟。！？…]["”’»）)]?\s+|[。！？]|\n)\S/u)
  if (sentence >= 0) return mark - before + sentence
  const word = near.search(/(?<=\s)\S/u)
  return word >= 0 ? mark - before + word : wholeSign(text, mark - before)
}

function endOf(text: string, from: number): number {
  if (text.length - from <= length) return text.length
  const space = text.slice(from, from + length).search(/\s\S*$/u)
  return space > length - before ? from + space : wholeSign(text, from + length)
}

/** Never between the halves of a sign. */
const wholeSign = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at
