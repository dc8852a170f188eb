import type { Remark } from '#ingest'

/** What became of one item of a delivery. */
export interface Answer {
  readonly status: 'accepted' | 'accepted-with-warnings' | 'quarantined' | 'refused'
  readonly effect: 'new' | 'changed' | 'unchanged' | 'held' | 'withdrawn' | 'none'
  /** The leading remark's code, or the effect where there is nothing to remark on. */
  readonly code: string
  readonly message: string
  readonly where: string
  /** Everything that was remarked on, the leading one included. */
  readonly remarks: readonly Remark[]
  /** The headline, where the item got far enough to have one. */
  readonly headline: string
  /** The story's path without a locale, `publication/edition/story`, once it is on the stand. */
  readonly story: string | null
}
