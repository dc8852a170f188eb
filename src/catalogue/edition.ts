import type { KeptPicture } from './block.ts'
import type { PublicationName } from './publication.ts'

export interface Edition {
  readonly id: string
  readonly publicationId: string
  readonly date: Temporal.PlainDate
  /** The date, with a suffix where a day has two ("2025-05-20", "2025-05-20-evening"). */
  readonly slug: string
  /** What the publisher calls it beyond its date ("Summer double issue"), or empty. */
  readonly name: string
  /** The picture that its publisher gave as its cover, or null: then a cover is typeset. */
  readonly cover: KeptPicture | null
}

/** An edition in a list, with what a typeset cover shows. */
export interface EditionCard {
  readonly publication: PublicationName
  readonly edition: Edition
  readonly headlines: readonly { readonly text: string; readonly language: string }[]
  readonly stories: number
}

/** The editions on the stand just before and after one, or null where there is none. */
export interface Neighbours {
  readonly earlier: Edition | null
  readonly later: Edition | null
}

/** How many editions came out in a year. */
export interface ArchiveYear {
  readonly year: number
  readonly editions: number
  /** The day of the first of them. */
  readonly first: Temporal.PlainDate
  /** And of the last. */
  readonly last: Temporal.PlainDate
}
