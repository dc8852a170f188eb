import type { KeptPicture } from './block.ts'
import type { CutRule } from './cut.ts'
import type { Span } from './rhythm.ts'
import type { Door } from './story.ts'
import type { Topic } from './topics.ts'

export type PublicationKind = 'newspaper' | 'magazine' | 'journal'

export const rhythms = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const

export type Rhythm = (typeof rhythms)[number]

/** What a publisher lets the stand show: it draws the line that says how complete it is. */
export interface Licence {
  /** All of every edition, a selection, or nobody said. */
  readonly content: 'all' | 'selected' | 'unsaid'
  /** The first day of the archive, or null. */
  readonly since: Temporal.PlainDate | null
  /** Whole days that the stand comes after the publisher. */
  readonly delayDays: number
  /** Whether the publisher lets everyone read it at its own address. */
  readonly freeAtHome: boolean
}

export const unsaidLicence: Licence = {
  content: 'unsaid',
  since: null,
  delayDays: 0,
  freeAtHome: false,
}

/** What a publisher allows to be made of its stories. */
export interface Permits {
  /** Whether they may be spoken. */
  readonly narration: boolean
  /** Whether a machine may translate them. */
  readonly machineTranslation: boolean
  /** Whether their text may leave this machine for that. */
  readonly thirdParties: boolean
}

export const defaultPermits: Permits = {
  narration: true,
  machineTranslation: true,
  thirdParties: false,
}

export interface Publication {
  readonly id: string
  /** Its name in addresses; when the desk changes it, the former one leads on. */
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
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country: string
  /** How often it comes out, or null when nobody said. */
  readonly rhythm: Rhythm | null
  /** The main one first; may be empty. */
  readonly topics: readonly Topic[]
  readonly licence: Licence
  readonly logo: KeptPicture | null
  readonly permits: Permits
}

/** A publication as lists and headers show it. */
export type PublicationName = Pick<Publication, 'slug' | 'title' | 'language' | 'kind' | 'topics'>

/** A publication as catalogues list it: of a stand of 9,000 all are kept in memory. */
export type ListedPublication = PublicationName &
  Pick<Publication, 'id' | 'country' | 'rhythm'> & { readonly span: Span }

/** A publication of which only the name and the ways are known. */
export const undescribed = {
  country: '',
  rhythm: null,
  topics: [],
  licence: unsaidLicence,
  logo: null,
  permits: defaultPermits,
} as const satisfies Partial<Publication>
