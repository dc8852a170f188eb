import type {
  AdmitNeeds,
  BuyAsk,
  Checkout,
  EditionPrices,
  GiftNeeds,
  HouseholdNeeds,
  NotBegun,
  PlanBook,
  ReceiptBook,
  RedeemNeeds,
  SaleOffer,
  SettleNeeds,
  SubscriptionBook,
  TrialNeeds,
} from '#access'
import type {
  Identities,
  Keys,
  Passkeys,
  Provider,
  Rates,
  Readers,
  Sessions,
  SignIns,
} from '#accounts'
import type {
  BylineReader,
  CollectionReader,
  CoverCopy,
  CoverWidth,
  EditionReader,
  PublicationReader,
  SocialCopy,
  StoryReader,
} from '#catalogue'
import type { CollectionDesk } from '#desk'
import type { Clock } from '#ground/clock'
import type { Money } from '#ground/money'
import type { Outcome } from '#ground/outcome'
import type { Narrator } from '#narrate'
import type {
  BegunStories,
  GoneStories,
  Histories,
  Interests,
  LeadReader,
  Lists,
  MineFeeds,
  OpenedLog,
  PictureStories,
  PictureUses,
  Places,
  Queues,
  RestReader,
  SavedStories,
} from '#reading'
import type { SearchIndex } from '#search'
import type { Translator } from '#translate'

/** What the web asks of the rest of the program. */
export interface AppNeeds {
  readonly publications: PublicationReader
  readonly editions: EditionReader
  readonly stories: StoryReader
  readonly collections: CollectionReader
  /** What editors choose with. */
  readonly collectionDesk: CollectionDesk
  readonly rests: RestReader
  readonly leads: LeadReader
  readonly places: Places
  readonly queues: Queues
  readonly bylines: BylineReader
  readonly theirs: Theirs
  /** Null where nothing is spoken. */
  readonly narrator: Narrator | null
  /** Null where nothing translates. */
  readonly translator: Translator | null
  readonly search: SearchIndex
  readonly pictureUses: PictureUses
  readonly access: AccessNeeds
  readonly pictureFiles: PictureFiles
  readonly typesetter: Typesetter
  /** Packs the source of this very program: a gzipped tar file. */
  readonly sourceArchive: () => Promise<Uint8Array<ArrayBuffer>>
  readonly changes: Changes
  readonly accounts: AccountNeeds
  readonly settings: WebSettings
  readonly clock: Clock
  /** Whether the stand can serve, and whatever else a watcher may know; never a secret. */
  readonly health: () => Promise<{ readonly ok: boolean }>
  /** Told of every failure, with the method and path where it happened. */
  readonly report: (error: unknown, where: string) => void
  /** Told of what is no failure and yet worth a line in the log; never an address or a secret. */
  readonly note: (what: string, facts: Readonly<Record<string, string>>) => void
}

/** What readers follow, keep and have opened. */
export interface Theirs {
  readonly interests: Interests
  readonly saved: SavedStories
  readonly begun: BegunStories
  readonly gone: GoneStories
  readonly histories: Histories
  /** Their private feeds. */
  readonly feeds: MineFeeds
  readonly lists: Lists
  readonly opened: Pick<OpenedLog, 'note' | 'forget'>
}

/** What the web asks about readers. */
export interface AccountNeeds {
  readonly readers: Readers
  readonly signIns: SignIns
  readonly sessions: Sessions
  readonly passkeys: Passkeys
  readonly identities: Identities
  readonly rates: Rates
  readonly keys: Keys
  /** The service that readers may sign in with, or null. */
  readonly provider: Provider | null
  /** Whether mails are kept in the stand's folder instead of sent: nobody finds them in a mailbox. */
  readonly keepsMail: boolean
  /** Forgets mails to an address that were kept. */
  readonly forgetLetters: (to: string) => Promise<void>
}

export interface WebSettings {
  /** What the stand is called. */
  readonly name: string
  readonly publicUrl: URL
  /** Where the source of this very program can be had: the AGPL asks every stand to say so. */
  readonly sourceUrl: URL
  /** The locale of readers who ask for none that we have. */
  readonly language: string
  /** IANA zone in which the front page says what day it is. */
  readonly timeZone: string
  readonly pseudoLocales: boolean
  /** Whether finished pages are kept; off only to measure what making one costs. */
  readonly pageCache: boolean
  /** Origins of the payment provider's pages; none where nothing is sold for money. */
  readonly paysAt: readonly string[]
  /** Servers in front of this one, which say whom they ask for: IP addresses, or ranges of them. */
  readonly proxies: readonly string[]
  /** Who runs the stand; empty when nobody said. */
  readonly operator: string
  /** Where readers reach them (mailto:, http: or https:), or null. */
  readonly contact: URL | null
  /** Whether prices include value added tax, or none is charged: nothing is said unless they did. */
  readonly vat: 'unsaid' | 'included' | 'none'
}

/** Who may read what, what is sold, and to whom. */
export interface AccessNeeds
  extends AdmitNeeds,
    TrialNeeds,
    RedeemNeeds,
    HouseholdNeeds,
    GiftNeeds {
  readonly pictureStories: PictureStories
  /** What is on sale now. It is in memory, and a change of it is announced as 'everything'. */
  readonly offers: () => readonly SaleOffer[]
  /** What an edition costs alone, or null; in memory and announced as offers are. */
  readonly editionPrice: (publicationId: string, editionId: string) => Money | null
  readonly editionPrices: Pick<EditionPrices, 'isOwned' | 'ownedBy'>
  readonly plans: Pick<PlanBook, 'byId'>
  readonly subscriptions: Pick<SubscriptionBook, 'of' | 'byId' | 'startTrial' | 'tell'>
  readonly receipts: ReceiptBook
  /** What is kept of an address that had its trial; nobody can be found from it. */
  readonly trialMark: (addressKey: string) => string
  /** Null where nothing can be bought with money. */
  readonly shop: Shop | null
}

/** What selling asks for. */
export interface Shop extends SettleNeeds {
  readonly begin: (ask: BuyAsk) => Promise<Outcome<Checkout, NotBegun>>
}

/** Renderings of pictures by file name (`pictureFile` in the catalogue). */
export interface PictureFiles {
  /** Null when there is no such picture; 'busy' when it has to be made and too many wait already. */
  read(name: string): Promise<Uint8Array | 'busy' | null>
}

/** Draws covers and social pictures; 'busy' when one has to be drawn and too many wait already. */
export interface Typesetter {
  /** WebP, as wide as asked. */
  cover(copy: CoverCopy, width: CoverWidth): Promise<Uint8Array | 'busy'>
  /** PNG. */
  social(copy: SocialCopy): Promise<Uint8Array | 'busy'>
}

/** What was published, corrected or withdrawn: one publication's, or anything at all. */
export type Change = 'everything' | { readonly publicationSlug: string }

export interface Changes {
  /** `hear` is called after the change can be read, and must not throw. */
  subscribe(hear: (what: Change) => void): void
}
