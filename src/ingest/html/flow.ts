import type { Spoken } from '#catalogue'
import { directionOf } from '#ground/language'
import type { DraftBlock } from '../draft.ts'
import { certain } from './check-inline.ts'
import { endsInBreak, htmlOfRun, type Token, type Wrapper } from './inline-run.ts'

type RunKind = 'paragraph' | 2 | 3 | 4

/**
 * Collects blocks while a tree is walked. Text and inline elements gather in a run; whatever ends
 * the run makes a block of it. Inline elements that are open go on in the next run, so that a link
 * around three paragraphs becomes a link in each.
 */
export class Flow {
  readonly blocks: DraftBlock[] = []
  #run: Token[] = []
  readonly #open: Wrapper[] = []
  #kind: RunKind = 'paragraph'
  #spoken: Required<Spoken>
  readonly #around: Required<Spoken>

  constructor(around: Required<Spoken>) {
    this.#around = around
    this.#spoken = around
  }

  /** The language and direction at this place. */
  get spoken(): Required<Spoken> {
    return this.#spoken
  }

  text(text: string): void {
    this.#run.push({ kind: 'text', text })
  }

  /** Two in a row begin a new paragraph. */
  lineBreak(): void {
    if (this.#kind === 'paragraph' && endsInBreak(this.#run)) this.endRun()
    else this.#run.push({ kind: 'break' })
  }

  /** Whatever is said meanwhile stands in this inline element. */
  inside(wrapper: Wrapper, say: () => void): void {
    const plain = wrapper.attributes.length === 0
    if (plain && this.#open.some(({ element }) => element === wrapper.element)) {
      say()
      return
    }
    this.#open.push(wrapper)
    this.#run.push({ kind: 'open', wrapper })
    say()
    this.#open.pop()
    this.#run.push({ kind: 'close', wrapper })
  }

  /** Whatever is said meanwhile stands in blocks of its own, in this language. */
  apart(kind: RunKind, spoken: Required<Spoken>, say: () => void): void {
    this.endRun()
    const before = { kind: this.#kind, spoken: this.#spoken }
    this.#kind = before.kind === 'paragraph' ? kind : before.kind
    this.#spoken = spoken
    say()
    this.endRun()
    this.#kind = before.kind
    this.#spoken = before.spoken
  }

  /** Adds blocks that were read by somebody who expects the language of this place. */
  put(blocks: readonly DraftBlock[]): void {
    if (blocks.length === 0) return
    this.endRun()
    for (const { language, direction, ...body } of blocks) {
      const spoken = {
        language: language ?? this.#spoken.language,
        direction: direction ?? this.#spoken.direction,
      }
      this.blocks.push({ ...body, ...this.#difference(spoken) })
    }
  }

  endRun(): void {
    const closing = this.#open.toReversed().map((wrapper) => ({ kind: 'close', wrapper }) as const)
    const html = certain(htmlOfRun([...this.#run, ...closing]))
    this.#run = this.#open.map((wrapper) => ({ kind: 'open', wrapper }))
    if (html === '') return
    const kind = this.#kind
    const spoken = this.#difference()
    if (kind === 'paragraph') this.blocks.push({ kind, html, ...spoken })
    else this.blocks.push({ kind: 'heading', level: kind, html, ...spoken })
  }

  /** What a block has to say of its language: nothing where it is that of its surroundings. */
  #difference({ language, direction } = this.#spoken): Spoken {
    const elsewhere = language !== this.#around.language
    const turned = direction !== this.#around.direction
    return {
      ...(elsewhere && { language }),
      ...((turned || (elsewhere && direction !== directionOf(language))) && { direction }),
    }
  }
}
