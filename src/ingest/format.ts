import type { Delivery } from './delivery.ts'
import type { Reading } from './draft.ts'
import type { Remark } from './remark.ts'

/** A delivery whose characters have been read. */
export interface Decoded extends Delivery {
  readonly text: string
  /** What was said while decoding: a guessed charset, replaced characters. */
  readonly remarks: readonly Remark[]
}

/** One format that Kiosk can read; each has its folder under `formats/`. */
export interface Format {
  /** As it is named in answers: "rss", "atom", "json-feed", "ninjs", "markdown" … */
  readonly name: string
  /** Whether this is in the format. Looks at little and never throws. */
  recognises(delivery: Decoded): boolean
  /** Reads it; a throw is a mistake of ours and refuses the delivery as "read.failed". */
  read(delivery: Decoded): Reading | Promise<Reading>
}
