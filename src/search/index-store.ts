import type { SearchDocument } from './document.ts'
import type { Filters, Order, Question } from './question.ts'

/** In whose rests a question may look. Open stories are public in every scope. */
export type Scope =
  | { readonly rests: 'none' }
  | { readonly rests: 'all' }
  | { readonly rests: 'of-publications'; readonly publicationIds: readonly string[] }

export interface SearchCall {
  readonly question: Question
  readonly scope: Scope
  readonly order: Order
  /** What whoever asks reads (a BCP 47 base, or empty): of equals, stories in it are better. */
  readonly language: string
  readonly skip: number
  readonly most: number
  /** Whether the choices of filters are counted. */
  readonly facets: boolean
  readonly now: Temporal.Instant
}

export interface SearchAnswer {
  /** Ids of stories, in order. */
  readonly hits: readonly string[]
  /** How many there are; with `atLeast`, counting stopped there. */
  readonly count: number
  readonly atLeast: boolean
  readonly facets: Facets | null
  /** The question with its likely misspellings mended, or null. */
  readonly meant: string | null
  /** No story has all the words: these have some of them. */
  readonly loose: boolean
  /** The work was cut short: what was found is true, and there may be better. */
  readonly narrow: boolean
}

/** By filter, how many hits each choice has, the most first; counts stop where `count` does. */
export type Facets = {
  readonly [Name in keyof Omit<Filters, 'from' | 'to'>]: readonly Choice[]
}

export interface Choice {
  readonly value: string
  readonly count: number
}

/** The state of the index, for /health and the operator. */
export type IndexState =
  | { readonly state: 'ready' }
  | { readonly state: 'building'; readonly done: number; readonly of: number }
  | { readonly state: 'broken'; readonly why: string }

/** Asks the index. Searches run beside the program: a broad question holds up no page. */
export interface SearchIndex {
  search(call: SearchCall): Promise<SearchAnswer>
  /** Stories whose headline has these words, the last of which may go on; the newest first. */
  suggest(text: string, most: number): Promise<readonly string[]>
  state(): Promise<IndexState>
}

/** Keeps the index true. One keeper at a time. */
export interface IndexKeeper {
  /** The position in the outbox up to which the index knows everything; null when there is none. */
  position(): Promise<number | null>
  /** All of this or nothing, durable when it returns. */
  apply(change: IndexChange): Promise<void>
  /**
   * Begins a new index beside the one that is asked; `swap` puts it in its place.
   * @param stories how many there are, for those who want to see how far it is
   */
  rebuild(stories: number): Promise<IndexBuild>
}

export interface IndexChange {
  readonly put: readonly SearchDocument[]
  readonly remove: readonly string[]
  /** The position in the outbox that this brings the index to. */
  readonly position: number
}

export interface IndexBuild extends AsyncDisposable {
  /**
   * Takes documents in, each in the place of the one it had before. Portions are given one after
   * another; returns when the next may be given, which may be before this one is written.
   */
  put(documents: readonly SearchDocument[]): Promise<void>
  /** Takes out stories that have left the stand since the build began. */
  remove(storyIds: readonly string[]): Promise<void>
  /** All of it is written, and from now on questions are asked of this one. */
  swap(position: number): Promise<void>
}

/**
 * Stories with all their words, for the index alone: it answers with ids, and only within a scope.
 * Nothing else is given one.
 */
export interface DocumentReader {
  /** Those of these stories that are on the stand. */
  of(storyIds: readonly string[]): Promise<readonly SearchDocument[]>
  /** A portion of all, oldest first. */
  after(last: Place | null, most: number): Promise<readonly SearchDocument[]>
  count(): Promise<number>
}

type Place = Pick<SearchDocument, 'publishedAt' | 'storyId'>
