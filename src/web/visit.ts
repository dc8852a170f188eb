import type { Tongue } from './languages/tongue.ts'
import type { Shared } from './page.ts'

/** What the steps before a page have found out about this request. */
export interface Visit {
  Variables: {
    tongue: Tongue
    /** Set by a page that may be kept and given to anyone. */
    printed?: Printed
  }
}

export interface Printed extends Shared {
  readonly body: Buffer<ArrayBuffer>
}
