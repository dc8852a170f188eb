import type { Outcome } from '#ground/outcome'
import type { ReaderList } from './list.ts'
import type { ListBar } from './list-bar.ts'

/** A list among others, without its stories. */
export interface ListLine extends Pick<ReaderList, 'id' | 'title' | 'why' | 'changedAt'> {
  readonly isShared: boolean
  /** How many of its stories are on the stand. */
  readonly stories: number
}

/** A shared list, as whoever runs the stand finds it. */
export interface SharedLine extends Pick<ReaderList, 'id' | 'title' | 'why' | 'shownName'> {
  readonly since: Temporal.Instant
  readonly stories: number
}

/** The lists that readers make. */
export interface Lists {
  /** The last that was changed first. */
  of(readerId: string): Promise<readonly ListLine[]>
  /** The ids of those that hold a story. */
  holding(readerId: string, storyId: string): Promise<ReadonlySet<string>>
  byId(readerId: string, id: string): Promise<ReaderList | null>
  /** False when they have as many as anybody may have. */
  add(readerId: string, list: ReaderList): Promise<boolean>
  /**
   * Keeps what is made of a list, which nobody else changes meanwhile.
   * @param change pure: from the list as it is kept to what it is to be, or why not
   */
  change<Why extends string | object>(
    readerId: string,
    id: string,
    change: (list: ReaderList) => Outcome<ReaderList, Why>,
  ): Promise<Outcome<ReaderList, Why | 'missing'>>
  remove(readerId: string, id: string): Promise<void>
  /** What keeps lists of theirs from being shared, the newest first. */
  bars(readerId: string): Promise<readonly ListBar[]>
  /** The one that is shared under the token with this digest. */
  shared(digest: string): Promise<ReaderList | null>
}

/** What whoever runs the stand may do about lists that readers share. */
export interface SharedLists {
  /** The last that was shared first. */
  all(): Promise<readonly SharedLine[]>
  /**
   * Ends the sharing of one until that is lifted, by its id or the digest of its token.
   * @returns its title, or null when no such list is shared
   */
  bar(
    named: string,
    because: { readonly reason: string; readonly at: Temporal.Instant },
  ): Promise<string | null>
  /** The last that was ended first. */
  barred(): Promise<readonly ListBar[]>
  /** Its reader may share it again. @returns its title, or null when there is no such bar */
  lift(listId: string): Promise<string | null>
}
