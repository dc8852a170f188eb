import type { Bar } from './bar.ts'
import { follower } from './follow.ts'
import { type Highlighter, highlighter } from './highlight.ts'
import { blockOf, elementOf, offsetIn, textAt } from './on-page.ts'
import { type HeardBlock, markAt, secondsAt, type Timeline } from './timeline.ts'

const pressed = 'a, button, input, select, textarea, summary, label, [tabindex]'

export interface Wishes {
  /** To hear a block from so many seconds on. */
  readonly hear: (index: number, within: number) => void
  /** To know soon when the words of this block are heard. */
  readonly soon: (index: number) => void
}

/** Shows on the page what is spoken, follows it, and takes a press on a word as a wish to hear it. */
export function readAlong(bar: Bar, { hear, soon }: Wishes) {
  const follow = follower(bar.bar, bar.here)
  let marks: Highlighter | null = null
  let timeline: Timeline | null = null
  let shown = ''
  let wish: (() => void) | null = null
  let wished: HeardBlock | null = null

  const press = ({ target, clientX, clientY, defaultPrevented }: MouseEvent) => {
    if (timeline === null || defaultPrevented || !(target instanceof Element)) return
    if (target.closest(pressed) || getSelection()?.isCollapsed === false) return
    const block = blockOf(target)
    const element = block === null ? null : elementOf(block)
    const point = textAt(clientX, clientY)
    if (block === null || element === null || !point || !element.contains(point.node)) return
    const index = timeline.indexOf(block)
    const heard = timeline.blocks[index]
    if (heard === undefined) return
    const offset = offsetIn(element, point.node, point.offset)
    wish = () => hear(index, secondsAt(heard, offset))
    wished = heard
    if (heard.made) grant()
    else soon(index)
  }
  /** A word can be gone to once it is known when it is said. */
  const grant = () => {
    if (wish === null || wished?.made !== true) return
    wish()
    wish = null
  }
  document.addEventListener('click', press)
  const clear = () => {
    marks?.clear()
    shown = ''
  }
  return {
    /** Another story begins, in this language; null when it is not the one of this page. */
    begin(language: string | null): void {
      clear()
      timeline = null
      wish = null
      marks = language === null ? null : highlighter(language)
    },
    over(told: Timeline): void {
      if (marks !== null) timeline = told
    },
    show(block: HeardBlock, within: number): void {
      const mark = markAt(block, within)
      const now = `${block.id} ${mark ?? ''}`
      if (now === shown) return
      shown = now
      follow.to(marks?.show(block, mark) ?? null)
    },
    /** More is known of what will be heard. */
    learnt: grant,
    clear,
    end(): void {
      clear()
      follow.end()
      document.removeEventListener('click', press)
    },
  }
}
