import type { Fingerprint } from './fingerprint.ts'

/** Days between two editions that may carry the same report. */
export const daysApart = 3

/** Stories that one is compared with, of those that share the most of its bands. */
export const mostCompared = 50

/** Finds and remembers stories of several publications that have most of their text in common. */
export interface AlikeBook {
  /** How far the outbox has been gone through. */
  place(): Promise<ComparingPlace>
  /** Compares, remembers and forgets in one transaction, with the place that is reached by it. */
  keep(compared: Compared): Promise<void>
}

export interface ComparingPlace {
  /** The last line that was gone through to its end. */
  readonly position: number
  /** How many stories of the next one were. */
  readonly done: number
}

export interface Compared {
  readonly stories: readonly ComparedStory[]
  /** Ids of stories that are on the stand no more. */
  readonly gone: readonly string[]
  readonly place: ComparingPlace
  readonly at: Temporal.Instant
}

export interface ComparedStory {
  readonly storyId: string
  readonly publicationId: string
  /** Of its edition. */
  readonly date: Temporal.PlainDate
  /** Null where the text is too short to be told apart: such a story is like no other. */
  readonly fingerprint: Fingerprint | null
}
