import { z } from 'zod'
import { themes } from '../islands/reading-choices.ts'

/*
 * What our own scripts send. Imported when the first of it comes: a stand starts without the library
 * that checks it.
 */

/** How a reader wants stories set. */
export const sentReading = z.object({
  words: z.string().max(200),
  theme: z.enum(themes),
  /** Milliseconds since the epoch, by the clock of a device. */
  at: z.int().min(0),
})

/** A page that is left has one moment to send what it knows: as many places as a visit can have. */
const mostPlaces = 200

/** Where a reader is in stories. */
export const sentPlaces = z
  .array(
    z.object({
      /** "publication/edition/story". */
      story: z.string().max(600),
      block: z.string().regex(/^[\w-]{1,64}$/),
      share: z.number().min(0).max(1),
      /** Milliseconds since the epoch, by the reader's clock. */
      at: z.number().int().nonnegative(),
    }),
  )
  .max(mostPlaces)

/** What a browser made or signed with a passkey; `back` is where its reader was. */
export const sentPasskey = z.object({ answer: z.unknown(), back: z.string().default('') })
