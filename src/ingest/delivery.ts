import type { Sender } from './draft.ts'

/** Some bytes, and all that is known of where they came from. */
export interface Delivery {
  readonly bytes: Uint8Array
  /** An https address, or a file's path: what relative links are resolved against. */
  readonly from: string
  /** The folder that was sent, when the file is one of many. */
  readonly folder?: string
  /** The Content-Type that came with it, or null. */
  readonly contentType: string | null
  /** What the operator said of the sender; it wins over what the delivery says. */
  readonly said?: Partial<Sender>
  /** Read at this moment: what "in the future" means. */
  readonly at: Temporal.Instant
  /** IANA zone for dates without one. */
  readonly timeZone: string
}
