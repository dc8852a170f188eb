/** A story that a reader wants to find again. */
export interface SavedStory {
  readonly storyId: string
  readonly at: Temporal.Instant
  /** They came to its end, or said that they have read it. */
  readonly isRead: boolean
}

/** How many stories one reader saves at most. */
export const mostSaved = 1_000

export interface SavedStories {
  /** All of them, also withdrawn ones; the last that was saved first. */
  of(readerId: string): Promise<readonly SavedStory[]>
  /** Of these stories the ones that are saved. */
  among(readerId: string, storyIds: readonly string[]): Promise<ReadonlySet<string>>
  /**
   * One that is saved already stays where it is.
   * @returns false when it is not on the stand, or as many are saved as anybody may have
   */
  save(readerId: string, storyId: string, at: Temporal.Instant): Promise<boolean>
  remove(readerId: string, storyId: string): Promise<void>
  /** They have read it, or mean to read it again, from its beginning. */
  mark(readerId: string, storyId: string, readAt: Temporal.Instant | null): Promise<void>
}

/** A story that a reader has begun and not finished. */
export interface BegunStory {
  readonly storyId: string
  /** How much of the whole story lies behind, 0 to 1. */
  readonly share: number
  readonly at: Temporal.Instant
}

export interface BegunStories {
  /** Those on the stand, the last that was read first. */
  of(readerId: string, most: number): Promise<readonly BegunStory[]>
}

/** What may still be said of a story that was withdrawn: where it stood. */
export interface GoneStory {
  readonly publicationSlug: string
  readonly publicationTitle: string
  readonly publicationLanguage: string
  readonly editionDate: Temporal.PlainDate
}

export interface GoneStories {
  /** Of these the ones that were withdrawn, by id. */
  of(storyIds: readonly string[]): Promise<ReadonlyMap<string, GoneStory>>
}
