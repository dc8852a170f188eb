import { EngineFailure } from '#ground/engine-failure'
import type { Probe } from '#ground/probe'

export interface Pair {
  /** BCP 47. */
  readonly from: string
  readonly to: string
  /** `draft`: known to be rough; it is offered only where the operator asked for it. */
  readonly grade: 'good' | 'draft' | 'unknown'
}

/** How a name comes through an engine as it is: see strange-words.ts for the first. */
export type Protection = 'strange-word' | 'ignore-tag' | 'placeholder'

/** A headline, or a stretch of a block, with its inline marks as placeholders. */
export interface Segment {
  readonly id: string
  /** Text, or HTML whose only elements are placeholders: see placeholders.ts. */
  readonly content: string
}

export interface TranslateCall {
  readonly from: string
  readonly to: string
  readonly segments: readonly Segment[]
  /** Names and their translations; null keeps the name. */
  readonly glossary: ReadonlyMap<string, string | null>
  /** The headline, for engines that want to know what it is about; may be empty. */
  readonly context: string
  readonly signal: AbortSignal
}

/** Turns text into another language. Implemented in `outside`. */
export interface TranslationEngine {
  readonly id: string
  /** What readers are told translated it: "Apertium". */
  readonly name: string
  /** Part of every key: a new model never mixes with old words. */
  readonly version: string
  /** The host that is sent the text; null when it stays on this machine. */
  readonly sendsTextTo: string | null
  readonly format: 'text' | 'html'
  readonly protection: Protection
  /** The most characters and segments of one call, and calls at the same time. */
  readonly maxCharacters: number
  readonly maxSegments: number
  readonly concurrency: number
  probe(): Promise<Probe>
  pairs(): Promise<readonly Pair[]>
  /**
   * The same segments by id; one that is missing could not be translated.
   * @throws EngineError when none could; an aborted call throws the signal's reason
   */
  translate(call: TranslateCall): Promise<readonly Segment[]>
}

/** An engine could not translate: `pair` where it does not know both languages. */
export class EngineError extends EngineFailure<'pair'> {
  override readonly name = 'EngineError'
}

export type EngineFault = EngineError['fault']
