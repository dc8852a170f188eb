import type { Door, PublicationKind, Topic } from '#catalogue'

/** What the index is given of a story. All texts are plain. */
export interface SearchDocument {
  readonly storyId: string
  readonly publicationId: string
  readonly publicationTitle: string
  readonly kind: PublicationKind
  /** BCP 47 of the story. */
  readonly language: string
  readonly topic: Topic | null
  readonly door: Door
  readonly section: string
  readonly bylines: readonly string[]
  readonly headline: string
  readonly standfirst: string
  readonly lead: string
  /** What needs a right, unless the door is open. */
  readonly rest: string
  readonly minutes: number
  readonly date: Temporal.PlainDate
  readonly publishedAt: Temporal.Instant
}
