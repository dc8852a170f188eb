import { type Mark, partsIn } from './marked.ts'

/** A piece of a longer text, and what is marked in it. */
export interface Snippet {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Signs of a snippet, and how many of them may stand before what was found. */
const length = 240
const before = 60

/** What was found in a text. */
export interface Looked {
  /** The piece that has most of the question in it, the first of those; null where there is nothing of it. */
  readonly piece: Snippet | null
  /** Of the question, all that was seen. */
  readonly parts: ReadonlySet<number>
  /** Whether it is the same whatever follows the text. */
  readonly final: boolean
}

/**
 * Looks through a text for the piece to show of it.
 * @param parts how many a text may have: where a piece has them all, nothing behind it is looked at
 */
export function lookThrough(text: string, marks: Iterable<Mark>, parts: number): Looked {
  const { best, seen, most } = bestOf(marks, parts)
  return {
    piece: best && pieceAround(text, best, seen),
    parts: partsIn(seen),
    final: best !== null && most === parts && best.from + length < text.length,
  }
}

function pieceAround(text: string, best: Mark, marks: readonly Mark[]): Snippet {
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

/** The first mark behind which most parts are near. Marks are taken as far as it takes to tell. */
function bestOf(marks: Iterable<Mark>, parts: number) {
  const seen: Mark[] = []
  const found: { best: Mark | null; most: number } = { best: null, most: 0 }
  let judged = 0
  /** Those whose piece ends before this place. */
  const judge = (until: number): void => {
    for (let mark = seen[judged]; mark && found.most < parts; mark = seen[judged]) {
      if (mark.from + length > until) return
      const most = partsNear(mark, seen, judged)
      if (most > found.most) Object.assign(found, { best: mark, most })
      judged += 1
    }
  }
  for (const mark of marks) {
    judge(mark.from)
    if (found.most >= parts) break
    seen.push(mark)
  }
  judge(Number.POSITIVE_INFINITY)
  return { ...found, seen }
}

function partsNear({ from }: Mark, marks: readonly Mark[], at: number): number {
  const parts = new Set<number>()
  for (let next = at; next < marks.length; next += 1) {
    const mark = marks[next]
    if (mark === undefined || mark.from > from + length) break
    if (mark.to <= from + length - before) parts.add(mark.part)
  }
  return parts.size
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
