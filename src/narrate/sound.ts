import type { Mark } from './engine.ts'

/** The sound of one block: an MP3 that can be put behind others of the same voice. */
export interface Sound {
  /** See sound-key.ts. Knowing it is no right to hear it. */
  readonly key: string
  /** Where the MP3 is kept. */
  readonly blob: string
  readonly bytes: number
  /** Samples that its frames hold, the encoder's own beginning and the pause after it included. */
  readonly samples: number
  readonly sampleRate: number
  /** Seconds from the block's first sample. */
  readonly marks: readonly Mark[]
}

/** Sounds that were made, and the stories that they tell something of. */
export interface SoundBook {
  /** Those of these that are there, by key. */
  of(keys: readonly string[]): Promise<ReadonlyMap<string, Sound>>
  /**
   * The sound is durable, and known to belong to this story, when this returns; but of a text that was
   * corrected or withdrawn meanwhile nothing is kept.
   */
  keep(sound: Sound, of: StoryRevision, at: Temporal.Instant): Promise<void>
  /** A sound that was there already now belongs to this story as well. */
  claim(keys: readonly string[], of: StoryRevision): Promise<void>
  /** Of these stories, or of all with null, those with sounds of a text that is no longer theirs. */
  stale(storyIds: readonly string[] | null): Promise<readonly string[]>
  /**
   * Forgets what a story, withdrawn or corrected, no longer needs.
   * @param keep keys that it still needs; none for a story that was withdrawn
   * @returns the blobs that no story needs any more
   */
  release(storyId: string, keep: readonly string[]): Promise<readonly string[]>
  /** Those of these blobs that are some sound's. */
  known(blobs: readonly string[]): Promise<ReadonlySet<string>>
}

export interface StoryRevision {
  readonly storyId: string
  readonly revision: number
}

/** How names are spoken in a publication: written form to respelling, in one language. */
export interface Lexicons {
  of(publicationId: string, language: string): Promise<ReadonlyMap<string, string>>
  set(publicationId: string, language: string, term: string, said: string): Promise<void>
  remove(publicationId: string, language: string, term: string): Promise<boolean>
  all(publicationId: string): Promise<readonly { language: string; term: string; said: string }[]>
}
