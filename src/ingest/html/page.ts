import type { Spoken } from '#catalogue'
import type { DraftBlock } from '../draft.ts'
import type { Node } from './tree.ts'

/** Where a piece of HTML came from. */
export interface HtmlContext {
  /** The http(s) address or the file path that relative addresses are resolved against. */
  readonly base: string
  /** BCP 47: the story's. A block in another language says so. */
  readonly language: string
}

/** What the readers of single elements share while one piece of HTML is read. */
export interface Page extends HtmlContext {
  /** Says what was wrong; the same code and place is said once. */
  say(code: string, message: string, where: string): void
  /** The blocks these nodes make by themselves, heard by somebody who expects `around`. */
  blocksIn(nodes: readonly Node[], around: Required<Spoken>): DraftBlock[]
}
