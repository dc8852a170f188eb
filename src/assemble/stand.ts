import type { Outbox } from '#desk'
import type { FeedBook } from '#ingest'
import type { AlikeNeeds, ImportNeeds } from '#jobs'
import type { SharedLists } from '#reading'
import type { AppNeeds } from '#web'
import type { StandAccess } from './access.ts'
import type { StandAccounts } from './accounts.ts'
import type { Check } from './check.ts'
import type { StandNarration } from './narration.ts'
import type { StandSearch } from './search.ts'
import type { StandTranslation } from './translation.ts'
import type { Web, WebGiven } from './web.ts'

/** What the two programs, the server and the command line, work with. */
export interface Stand extends AsyncDisposable {
  /** What importing, correcting and withdrawing ask for. */
  readonly desk: ImportNeeds
  readonly feeds: FeedBook
  readonly outbox: Outbox
  /** Publications by slug, whether or not anything of them is on the stand. */
  readonly publications: AppNeeds['publications']
  readonly stories: AppNeeds['stories']
  readonly collections: AppNeeds['collectionDesk']
  /** What readers share. */
  readonly sharedLists: SharedLists
  /** An edition by its address. */
  readonly editions: Pick<AppNeeds['editions'], 'byAddress'>
  readonly accounts: StandAccounts
  readonly access: StandAccess
  readonly narration: StandNarration
  readonly translation: StandTranslation
  /** Tries everything that the stand was given to work with, for `kiosk doctor`. */
  checks(): Promise<readonly Check[]>
  readonly search: StandSearch
  /** What finds the same report in several publications. */
  readonly alike: AlikeNeeds
  /** Where a reader of a locale finds their account. */
  readonly accountAt: (locale: string) => URL
  /** The web application, and what keeps its pages true. */
  openWeb(given: WebGiven): Promise<Web>
}
