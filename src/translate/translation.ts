import type { Block } from '#catalogue'
import type { Direction } from '#ground/language'

/** The text that is to be read in another language: what the reader may read, and no more. */
export interface ForeignText {
  readonly storyId: string
  readonly revision: number
  readonly publicationId: string
  /** BCP 47. */
  readonly language: string
  readonly headline: string
  readonly standfirst: string
  readonly blocks: readonly Block[]
  /** Whether the publisher lets a machine translate it, and lets it leave this machine. */
  readonly mayTranslate: boolean
  readonly mayLeave: boolean
}

/** What may be wrong with a machine's words; readers are shown the original with them. */
export type QualityFlag =
  | 'numbers-differ'
  | 'name-lost'
  | 'length-odd'
  | 'untranslated'
  | 'markup-lost'

export interface TranslatedBlock {
  /** Same id and kind as the original; its marks and links come from the original. */
  readonly block: Block
  readonly original: Block
  readonly flags: readonly QualityFlag[]
}

export interface Translation {
  readonly language: string
  readonly direction: Direction
  readonly headline: string
  readonly standfirst: string
  /** With `untranslated` they are the original's. */
  readonly headlineFlags: readonly QualityFlag[]
  readonly standfirstFlags: readonly QualityFlag[]
  readonly blocks: readonly TranslatedBlock[]
  /** What readers are told translated it. */
  readonly engine: string
  /** When the newest of its blocks was made. */
  readonly at: Temporal.Instant
  /** Null when all is there; otherwise why blocks are missing (they are the original, flagged). */
  readonly short: WhyShort | null
}

/** `waiting`: it takes longer than one wants to wait; the rest is there when asked again. */
export type WhyShort = 'waiting' | 'failed' | 'spent'

/** Why there is none at all. */
export type WhyNoTranslation = 'no-engine' | 'forbidden' | 'same-language'

export interface Translator {
  /** Languages into which this can be translated here, by BCP 47 base; from memory. */
  targets(language: string, may: Pick<ForeignText, 'mayTranslate' | 'mayLeave'>): readonly string[]
  /**
   * The text in this language, from what was translated before and from engines.
   * @param patience how long to wait for engines before answering with what is there; null to ask
   * no engine at all
   */
  translate(
    text: ForeignText,
    to: string,
    patience: Temporal.Duration | null,
  ): Promise<Translation | WhyNoTranslation>
}
