import type { Direction } from '#ground/language'
import type { KeptPicture } from './block.ts'
import type { Length } from './reading-time.ts'
import type { Topic } from './topics.ts'

export type Door = 'open' | 'metered' | 'plan'

export const doors = ['open', 'metered', 'plan'] as const satisfies readonly Door[]

export interface Correction {
  readonly at: Temporal.Instant
  /** What was changed, in the words of the publication; empty when a sender changed it without a word. */
  readonly note: string
}

/** What every list needs to know of a story. */
export interface StoryCard {
  readonly id: string
  readonly slug: string
  readonly editionSlug: string
  readonly editionDate: Temporal.PlainDate
  readonly publicationSlug: string
  readonly publicationTitle: string
  readonly publicationLanguage: string
  readonly section: string
  readonly headline: string
  readonly standfirst: string
  readonly language: string
  readonly direction: Direction
  readonly door: Door
  /** Whole minutes to read the whole story, at least 1. */
  readonly minutes: number
  /** The first picture of the lead, if it has one. */
  readonly picture: KeptPicture | null
  readonly topic: Topic | null
  /** The language a person translated it from, or null. */
  readonly translatedFrom: string | null
}

/** A card with what decides how far its story opens, and who wrote it. */
export interface OpenableCard
  extends StoryCard,
    Pick<PublicStory, 'publicationId' | 'editionId' | 'revision' | 'bylines' | 'left'> {}

/** What anyone may see. It has no rest, so no page can print the rest by mistake. */
export interface PublicStory extends StoryCard {
  readonly publicationId: string
  readonly editionId: string
  readonly revision: number
  readonly bylines: readonly string[]
  /** Ready HTML, made from clean blocks when the story was published. */
  readonly lead: string
  /** How much the rest holds; null when the lead is the whole story. */
  readonly left: Length | null
  readonly publishedAt: Temporal.Instant
  /** Newest first. */
  readonly corrections: readonly Correction[]
  /** Where the publisher has it on the web, or null. */
  readonly home: string | null
  /** False when the publisher gave a summary only: the story goes on at `home`. */
  readonly complete: boolean
  /** When its newest revision came out. */
  readonly changedAt: Temporal.Instant
  /** Names the work that it and its translations share; empty when it has none. */
  readonly work: string
  readonly translators: readonly string[]
}

/** Where a story is and when it changed: what a map of the stand needs. */
export interface StoryPlace {
  readonly publicationSlug: string
  readonly editionSlug: string
  readonly slug: string
  readonly changedAt: Temporal.Instant
}
