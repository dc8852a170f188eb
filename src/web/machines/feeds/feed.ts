import type { Told } from './told.ts'

/** What a feed says, in whichever format; every address is whole. */
export interface Feed {
  readonly title: string
  readonly description: string
  /** Who gives it: the publication, or the stand. */
  readonly author: string
  /** Of the feed's own words. */
  readonly language: string
  /** The page that shows the same. */
  readonly page: string
  readonly atom: string
  readonly json: string
  readonly mark: string
  /** What topics are named after: an address without a language. */
  readonly topics: string
  /** Newest first; those of a collection in its editor's order. */
  readonly stories: readonly Told[]
}

/** When anything in it last changed; an empty feed never did. */
export function updatedOf({ stories }: Feed): string {
  const moments = stories.map(({ updated }) => Temporal.Instant.from(updated))
  return (moments.sort(Temporal.Instant.compare).at(-1) ?? never).toString()
}

const never = Temporal.Instant.fromEpochMilliseconds(0)
