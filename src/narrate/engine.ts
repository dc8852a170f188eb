import { EngineFailure } from '#ground/engine-failure'
import type { Probe } from '#ground/probe'
import type { SpokenBlock } from './spoken-block.ts'
import type { Voice } from './voice.ts'

/** Turns text into sound. Implemented in `outside`. */
export interface NarrationEngine {
  readonly id: string
  /** Part of every sound's key: a new model never mixes with old sound. */
  readonly version: string
  /** The host that is sent the text; null when it stays on this machine. */
  readonly sendsTextTo: string | null
  /** How many blocks it may speak at the same time. */
  readonly concurrency: number
  probe(): Promise<Probe>
  /** All it has that may be used; asked once when the stand starts and by `kiosk doctor`. */
  voices(): Promise<readonly Voice[]>
  /**
   * One block, in pieces as they are made; an engine that cannot do that gives one.
   * @throws SpeechError when it cannot; an aborted call throws the signal's reason
   */
  narrate(block: SpokenBlock, voice: Voice, signal: AbortSignal): AsyncIterable<PcmPiece>
}

export interface PcmPiece {
  /** Hertz; the same for all pieces of a block, and for all blocks in one voice. */
  readonly sampleRate: number
  /** One channel. */
  readonly pcm: Int16Array
  /** Times in seconds from the block's first sample. */
  readonly marks: readonly Mark[]
}

/** When a stretch of a block is heard. */
export interface Mark {
  /** UTF-16 offsets in the block's textContent on the page. */
  readonly start: number
  readonly end: number
  /** Seconds from the block's first sample. */
  readonly from: number
  readonly to: number
  readonly level: 'word' | 'sentence'
}

/** An engine could not speak a block: `language` where it has no voice for it. */
export class SpeechError extends EngineFailure<'language'> {
  override readonly name = 'SpeechError'
}

export type SpeechFault = SpeechError['fault']
