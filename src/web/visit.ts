import type { Role, SignedInReader } from '#accounts'
import type { Tongue } from './languages/tongue.ts'

/** What the steps before a page have found out about this request. */
export interface Visit {
  /** What the server knows of the connection; nothing in tests. */
  Bindings: {
    readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } }
  }
  Variables: {
    tongue: Tongue
    /** Who asks, null for a stranger; undefined where that makes no difference. */
    reader?: SignedIn | null
    /** True when the answer may be another for a reader: it is for this browser alone then. */
    alone?: boolean
    /** Set by a page that may be kept and given to anyone. */
    printed?: Printed
  }
}

/** Who is signed in, in this browser. */
export interface SignedIn extends SignedInReader {
  readonly roles: readonly Role[]
  /** Signed in so lately that they may change what matters. */
  readonly fresh: boolean
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
