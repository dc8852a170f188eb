import type { CutRule } from './cut.ts'
import type { Door } from './story.ts'

export type PublicationKind = 'newspaper' | 'magazine' | 'journal'

export interface Publication {
  readonly id: string
  /** Its name in addresses; never changes, so that links keep working. */
  readonly slug: string
  readonly title: string
  readonly kind: PublicationKind
  /** BCP 47; a story may differ. */
  readonly language: string
  readonly description: string
  /** Where the publisher is at home on the web, or null. */
  readonly home: string | null
  /** IANA name: the zone in which its days begin. */
  readonly timeZone: string
  /** What a story asks unless it says otherwise. */
  readonly door: Door
  readonly cut: CutRule
}

/** A publication as lists and headers show it. */
export type PublicationName = Pick<Publication, 'slug' | 'title' | 'language'>
