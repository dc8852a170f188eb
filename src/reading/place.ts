/** Where a reader is in a story: the same for reading and listening, in any language. */
export interface Place {
  readonly storyId: string
  /** The id of a block. */
  readonly block: string
  /** How much of the block lies behind, 0 to 1. */
  readonly share: number
  readonly at: Temporal.Instant
}

export interface Places {
  of(readerId: string, storyId: string): Promise<Place | null>
  /** Keeps the later of this and what is kept; false when what is kept is later. */
  keep(readerId: string, place: Place): Promise<boolean>
  /** The reader begins this story anew. */
  forget(readerId: string, storyId: string): Promise<void>
}

/** How many stories a queue holds. */
export const mostQueued = 500

/** What a reader means to read or hear, in their own order; a withdrawn story is in none. */
export interface Queues {
  /** The ids of stories on the stand, the next one first. */
  of(readerId: string): Promise<readonly string[]>
  /**
   * Puts stories at the end, or before all others; one that is in it already moves there. Of more
   * than it holds the last stay out.
   */
  add(
    readerId: string,
    storyIds: readonly string[],
    where: 'next' | 'last',
    at: Temporal.Instant,
  ): Promise<void>
  remove(readerId: string, storyId: string): Promise<void>
  /** Moves a story before another; to the end with null. */
  move(readerId: string, storyId: string, before: string | null): Promise<void>
  clear(readerId: string): Promise<void>
}
