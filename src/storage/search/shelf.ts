import type { Choice } from '#search'
import type { Match } from './expression.ts'

/** What an engine keeps of an index, and the few things that it is asked. All are bounded. */
export interface Shelf {
  extent(): Answered<Extent>
  /** The newest documents that match each of these, the newest first. */
  newest(asked: readonly Asked[], span: Span, limits: Limits): Answered<readonly Found[]>
  /** In any order; those that are gone are left out. Of facts alone the text may be empty. */
  rows(ids: readonly number[], wanted: 'facts' | 'words'): Answered<readonly Row[]>
  /** Whose these are, in the same order; '' where one is gone. */
  publications(ids: readonly number[]): Answered<readonly string[]>
  /** How many of these documents have each value of a fact; '' where there is none. */
  counts(ids: readonly number[], fact: FactName): Answered<readonly Choice[]>
  /** In how many documents each of these folded words stands where everyone may see it, in order. */
  spelled(words: readonly string[]): Answered<readonly number[]>
  /** Words that begin so, among them all that are so few changes from a word. */
  alike(start: string, near: Near, until: Deadline): Answered<Spelled>
  /** The commonest words that begin so. */
  beginning(start: string, most: number): Answered<readonly string[]>
}

/** SQLite answers at once, in a thread of its own; PostgreSQL over a connection. */
export type Answered<Value> = Value | Promise<Value>

/**
 * `shown` holds what everyone may see of every story; `shown-open` is that of open ones alone, which
 * is all of them. `whole` holds all words of the stories that have a wall. `heads` is for typing.
 */
export type Source = 'shown' | 'shown-open' | 'whole' | 'heads'

export interface Asked {
  readonly source: Source
  readonly match: Match
}

export interface Span {
  readonly low: number
  readonly high: number
}

export interface Limits {
  readonly most: number
  readonly until: Deadline
}

/** Says when it is time to stop: `performance.now()` of the last moment. */
export type Deadline = number

export interface Found {
  /** Ids, the newest first. */
  readonly ids: readonly number[]
  /** True when these are all there are. */
  readonly all: boolean
  /** True when time ran out before that was known. */
  readonly late: boolean
}

/** How far an index reaches. */
export interface Extent {
  readonly span: Span
  readonly documents: number
  /** How many ids there are for each document, on average. */
  readonly density: number
  readonly languages: readonly string[]
}

/** What is known of a document without asking its words. */
export interface Row {
  readonly id: number
  readonly story: string
  /** Its facts in the order of `factNames`, parted by `factsEnd`: a thousand rows are read at once. */
  readonly facts: string
  /** The terms of the headline, a line, and then of the fields that announce a story, a line each. */
  readonly text: string
}

export const factNames = ['language', 'kind', 'publication', 'topic', 'door', 'length'] as const
export type FactName = (typeof factNames)[number]
export const factsEnd = '\u001F'

export interface Near {
  readonly word: string
  /** Letters put in, left out or changed. */
  readonly most: number
}

export type Spelled = readonly { readonly word: string; readonly count: number }[]
