import type { Tongue } from './languages/tongue.ts'

/** What the steps before a page have found out about this request. */
export interface Visit {
  Variables: {
    tongue: Tongue
    /** Set by a page that may be kept and given to anyone. */
    printed?: Printed
  }
}

/** What a page that is the same bytes for everyone depends on, so that a change can drop it. */
export interface Shared {
  /** The slug of the publication it shows; 'everything' for a page about the whole stand. */
  readonly shows: string
  /** When its words stop being true by themselves: a page that says what day it is. */
  readonly until?: Temporal.Instant
  /** True for one of more pages than could be kept: it is kept where it pushes out no other. */
  readonly seldom?: boolean
}

export interface Printed extends Shared {
  readonly body: Buffer<ArrayBuffer>
  /** Its Content-Type where it is no HTML. */
  readonly type?: string
}
