import type { ForeignText, QualityFlag } from './translation.ts'

/** A block's words in another language, as they are kept. */
export interface KeptBlock {
  /** See block-key.ts. Knowing it is no right to read it. */
  readonly key: string
  /** Inline HTML of each segment, sanitised, its marks re-applied. */
  readonly segments: readonly string[]
  /** What readers are told translated it. */
  readonly engine: string
  readonly flags: readonly QualityFlag[]
  readonly at: Temporal.Instant
}

export interface TranslationBook {
  of(keys: readonly string[]): Promise<ReadonlyMap<string, KeptBlock>>
  /**
   * Durable, and known to belong to this story, when this returns; but of a story that was withdrawn
   * or corrected meanwhile nothing is kept.
   */
  keep(blocks: readonly KeptBlock[], storyId: string, revision: number): Promise<void>
  /** Blocks that were there already now belong to this story as well. */
  claim(keys: readonly string[], storyId: string, revision: number): Promise<void>
  /** Those of these stories of which anything was translated. */
  storiesIn(storyIds: readonly string[]): Promise<readonly string[]>
  /** Forgets what a story, withdrawn or corrected, no longer needs. */
  release(storyId: string, keep: readonly string[]): Promise<void>
}

export interface GlossaryEntry {
  readonly term: string
  /** BCP 47; empty: into every language. */
  readonly language: string
  /** Null: it stays as it is. */
  readonly target: string | null
}

export interface Glossaries {
  of(publicationId: string): Promise<readonly GlossaryEntry[]>
  set(publicationId: string, entry: GlossaryEntry): Promise<void>
  remove(publicationId: string, term: string, language: string): Promise<boolean>
}

/** What engines were given, by calendar month: the operator may say how much that may be. */
export interface EngineUse {
  /**
   * Counts these characters, unless that would be more than the month may have.
   * @param month "2031-04"
   * @param most characters a month; null for any number
   */
  take(engine: string, month: string, characters: number, most: number | null): Promise<boolean>
  inMonth(month: string): Promise<ReadonlyMap<string, number>>
}

/** Words that were, or may be, translated, and nothing of who may read them. */
export type SourceText = Pick<
  ForeignText,
  'storyId' | 'publicationId' | 'language' | 'headline' | 'standfirst' | 'blocks'
>

/**
 * The whole words of stories that are on the stand. Behind the wall: given to what looks after kept
 * translations, and to nothing that answers readers.
 */
export interface SourceTexts {
  of(storyIds: readonly string[]): Promise<readonly SourceText[]>
}
