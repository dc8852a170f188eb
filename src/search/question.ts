import type { Door, PublicationKind, Topic } from '#catalogue'

/** A question as it was understood. Reading one never fails. */
export interface Question {
  /** As it was typed, cut to what is looked at. */
  readonly text: string
  readonly parts: readonly QuestionPart[]
  readonly filters: Filters
  /** Something was left out because the question was too long. */
  readonly cut: boolean
}

export interface QuestionPart {
  /** One word, or the words of a phrase in order, as typed. */
  readonly words: readonly string[]
  readonly excluded: boolean
  /** Only in these words; null: in all. */
  readonly within: 'headline' | 'byline' | 'section' | 'publication' | null
  /** The last word may be the beginning of a longer one. */
  readonly open: boolean
}

export type Order = 'best' | 'newest'

export interface Filters {
  /** BCP 47 bases: "nl". Empty lists filter nothing. */
  readonly languages: readonly string[]
  readonly kinds: readonly PublicationKind[]
  /** Ids. */
  readonly publications: readonly string[]
  readonly topics: readonly Topic[]
  readonly doors: readonly Door[]
  readonly lengths: readonly ReadingLength[]
  readonly from: Temporal.PlainDate | null
  readonly to: Temporal.PlainDate | null
}

/** Up to 3 minutes, up to 10, longer. */
export type ReadingLength = 'short' | 'medium' | 'long'

export const noFilters: Filters = {
  languages: [],
  kinds: [],
  publications: [],
  topics: [],
  doors: [],
  lengths: [],
  from: null,
  to: null,
}
