import type { Door } from '#catalogue'

/** A web address that the stand asks again and again for new stories. */
export interface Feed {
  readonly id: string
  readonly address: string
  readonly publicationId: string
  readonly publicationSlug: string
  /** IANA zone of its publication: that of dates without one. */
  readonly timeZone: string
  /** What its stories ask; null: as the publication. */
  readonly door: Door | null
  /** What the server said of the last answer, for a conditional request. */
  readonly etag: string | null
  readonly lastModified: string | null
  readonly nextAt: Temporal.Instant
  /** Polls that failed since the last that worked. */
  readonly failures: number
  readonly polledAt: Temporal.Instant | null
  /** How the last poll ended, in words. */
  readonly outcome: string
}

export interface NewFeed {
  readonly address: string
  readonly publicationId: string
  readonly door: Door | null
  readonly nextAt: Temporal.Instant
}

/** What a poll changes of its feed. */
export interface Polled {
  readonly at: Temporal.Instant
  readonly nextAt: Temporal.Instant
  readonly failures: number
  readonly outcome: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** The feed moved for good: asked there from now on. */
  readonly address: string
}

export interface FeedBook {
  /** By address. */
  all(): Promise<readonly Feed[]>
  byAddress(address: string): Promise<Feed | null>
  /** Null when the address is in the book already. */
  add(feed: NewFeed): Promise<Feed | null>
  /** False when it was not in the book. */
  remove(address: string): Promise<boolean>
  /**
   * Takes feeds whose time has come and sets their next time to `until`, so that no other process
   * polls them meanwhile.
   */
  takeDue(at: Temporal.Instant, until: Temporal.Instant, most: number): Promise<readonly Feed[]>
  polled(id: string, polled: Polled): Promise<void>
}
