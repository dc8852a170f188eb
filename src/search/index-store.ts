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

export interface Suggestion {
  readonly kind: 'publication' | 'headline'
  /** The id of a publication or a story. */
  readonly id: string
}

/** The state of the index, for /health and the operator. */
export type IndexState =
  | { readonly state: 'ready'; readonly stories: number; readonly behind: number }
  | { readonly state: 'building'; readonly done: number; readonly of: number }
  | { readonly state: 'broken'; readonly why: string }

/** Asks the index. Searches run beside the program: a broad question holds up no page. */
export interface SearchIndex {
  search(call: SearchCall): Promise<SearchAnswer>
  /** What begins so: names of publications and public headlines, the likeliest first. */
  suggest(text: string, most: number): Promise<readonly Suggestion[]>
  state(): Promise<IndexState>
}

/** Keeps the index true. One keeper at a time. */
export interface IndexKeeper {
  /** The position in the outbox up to which the index knows everything; null when there is none. */
  position(): Promise<number | null>
  /** All of this or nothing, durable when it returns. */
  apply(change: IndexChange): Promise<void>
  /** Begins a new index beside the one that is asked; `swap` puts it in its place. */
  rebuild(): Promise<IndexBuild>
}

export interface IndexChange {
  readonly put: readonly SearchDocument[]
  readonly remove: readonly string[]
  /** The position in the outbox that this brings the index to. */
  readonly position: number
}

export interface IndexBuild extends AsyncDisposable {
  put(documents: readonly SearchDocument[]): Promise<void>
  /** From now on questions are asked of this one. */
  swap(position: number): Promise<void>
}
