import { elementOf, offsetIn, rangeIn } from './on-page.ts'

/** Marks what is spoken, without a change to the text. */
export interface Highlighter {
  /** @param stretch offsets in the block's text; null marks the block alone */
  readonly show: (block: Spoken, stretch: readonly [number, number] | null) => Range | null
  readonly clear: () => void
}

interface Spoken {
  readonly id: string
  readonly letters: number
  readonly level: 'word' | 'sentence' | 'none'
}

const names = { word: 'spoken-word', sentence: 'spoken-sentence' } as const

export function highlighter(language: string): Highlighter {
  const canMark = 'highlights' in CSS
  const split = new Intl.Segmenter(language, { granularity: 'sentence' })
  let marked: HTMLElement | null = null
  const clear = () => {
    marked?.classList.remove('is-spoken')
    marked = null
    if (canMark) for (const name of Object.values(names)) CSS.highlights.delete(name)
  }
  const mark = (name: string, range: Range | null) => {
    if (range === null) CSS.highlights.delete(name)
    else CSS.highlights.set(name, new Highlight(range))
  }
  return {
    clear,
    show(block, stretch) {
      const element = elementOf(block.id)
      const text = element?.textContent ?? ''
      // The text was corrected since, or since the page was opened: its words stand elsewhere now.
      const isSame = element !== null && text.length === block.letters
      if (!canMark || !isSame || stretch === null) {
        clear()
        if (element === null || (stretch === null && isSame)) return null
        element.classList.add('is-spoken')
        marked = element
        return rangeIn(element, 0, text.length)
      }
      marked?.classList.remove('is-spoken')
      const [start, end] = stretch
      const word = rangeIn(element, start, end)
      const around = split.segment(text).containing(start)
      const sentence = around && within(element, word, trimmed(around))
      const whole = sentence && rangeIn(element, ...sentence)
      mark(names.word, block.level === 'word' ? word : null)
      mark(names.sentence, whole ?? null)
      return whole ?? null
    },
  }
}

/** Without the space after it, which would be marked at the end of a line. */
function trimmed({ index, segment }: Intl.SegmentData): [number, number] {
  return [index, index + segment.trimEnd().length]
}

/** An item of a list ends without a full stop, and a sentence with it. */
function within(
  element: HTMLElement,
  word: Range | null,
  [start, end]: [number, number],
): [number, number] {
  const part = word?.startContainer.parentElement?.closest('li, p')
  if (!part || part === element || !element.contains(part)) return [start, end]
  const begins = offsetIn(element, part, 0)
  const nested = part.querySelector('ul, ol')
  const ends = nested ? offsetIn(element, nested, 0) : begins + (part.textContent?.length ?? 0)
  return [Math.max(start, begins), Math.min(end, ends)]
}
