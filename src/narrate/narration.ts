import type { Block } from '#catalogue'
import type { Sound } from './sound.ts'
import type { SpokenBlock } from './spoken-block.ts'
import type { Voice } from './voice.ts'

/** The text that is to be heard: what the listener may read, and no more. */
export interface HeardText {
  readonly storyId: string
  readonly revision: number
  readonly publicationId: string
  /** BCP 47: what is spoken, so of a translation its own. */
  readonly language: string
  readonly part: 'lead' | 'whole'
  readonly headline: string
  readonly standfirst: string
  readonly bylines: readonly string[]
  readonly date: Temporal.PlainDate
  /** Notes of corrections, newest first; those without words are left out. */
  readonly corrections: readonly string[]
  /** "Translated by a computer", in the language spoken; empty for an original. */
  readonly foreword: string
  readonly blocks: readonly Block[]
  /** Whether the publisher lets the text leave this machine. */
  readonly mayLeave: boolean
}

/** Whole sentences a narration says that stand nowhere in the story, in the language spoken. */
export interface Announcements {
  readonly byline: (names: readonly string[]) => string
  readonly date: (date: Temporal.PlainDate) => string
  readonly correction: (note: string) => string
}

/** What will be heard, before any of it is made. */
export interface Narration {
  readonly voice: Voice
  readonly part: 'lead' | 'whole'
  readonly blocks: readonly PlannedBlock[]
}

export interface PlannedBlock {
  readonly spoken: SpokenBlock
  readonly key: string
  /** A guess in seconds from its length, until it is made. */
  readonly guess: number
  /** Null until it is made. */
  readonly sound: Sound | null
}

/** Where a voice cannot be had: nothing here speaks it, or the publisher does not want it. */
export type WhyMute = 'no-voice' | 'forbidden'

export interface Narrator {
  /** All voices that may speak this language for this publication, the best first. */
  voices(language: string, mayLeave: boolean): readonly Voice[]
  /**
   * What is heard, block by block, in the reader's voice where it fits.
   * @param wanted the id of a voice; another one speaks when it cannot
   */
  plan(text: HeardText, wanted: string | null): Promise<Narration | WhyMute>
  /**
   * The sound of a block: at once when it was made before, else when it is made and durable. Calls
   * for the same block share one making; what is listened to goes before what is only prepared.
   * @param options.isUrgent whether somebody is about to hear it: asked when its turn may have come
   * @throws SpeechError when it cannot be made; BusyError when too many wait already
   */
  sound(
    of: Pick<HeardText, 'storyId' | 'revision'>,
    block: PlannedBlock,
    voice: Voice,
    options: { readonly isUrgent: () => boolean; readonly signal: AbortSignal },
  ): Promise<Sound>
  /** The bytes of a sound that was made; null when they were lost and it has to be made again. */
  bytes(sound: Sound): Promise<Uint8Array | null>
}

/** Too many wait to be spoken for already. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}
