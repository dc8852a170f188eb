import type {
  Block,
  BlockMark,
  Door,
  KeptPicture,
  Length,
  Publication,
  StoryAddress,
  Topic,
} from '#catalogue'
import type { Outcome } from '#ground/outcome'
import type { Draft, Remark } from '#ingest'

/** The publications as the desk keeps them. */
export interface PublicationDesk {
  /**
   * Looks at "name", "name-2", "name-3" … for the publication that is the same, and adds it where
   * there is none yet; one transaction, so that two processes do not both add it.
   */
  findOrAdd(
    publication: NewPublication,
    isSame: (known: Publication) => boolean,
  ): Promise<{ readonly publication: Publication; readonly added: boolean }>
  /** The same for many that are known by their names alone, in this order: all of them or none. */
  findOrAddAll(
    publications: readonly NewPublication[],
  ): Promise<readonly { readonly publication: Publication; readonly added: boolean }[]>
  /** Changes what is said of a publication; false when all of it was so already. */
  describe(id: string, said: Description, at: Temporal.Instant): Promise<boolean>
  /** Gives an edition a cover; false when there is no such edition. */
  cover(
    publicationId: string,
    edition: string,
    cover: KeptPicture,
    at: Temporal.Instant,
  ): Promise<boolean>
  /** Gives a publication another name in addresses; the former one leads to it for ever. */
  rename(
    slug: string,
    to: string,
    at: Temporal.Instant,
  ): Promise<Outcome<'renamed', 'no-such-publication' | 'taken'>>
}

export type Description = Partial<Omit<NewPublication, 'slug'>>

export type NewPublication = Omit<Publication, 'id'>

/** Puts stories on the stand and takes them off again. Every method is one transaction. */
export interface Press {
  /** What is known of these keys of a publication. */
  known(publicationId: string, keys: readonly string[]): Promise<ReadonlyMap<string, Known>>
  /**
   * Prints all of a sheet or none of it, with its outbox row. Of a story that has been overtaken
   * meanwhile, by a newer version or by a hold, nothing is printed and nothing is returned.
   */
  print(sheet: Sheet): Promise<readonly Printed[]>
  /** Prints all of these sheets or none of them: one commit for many small editions. */
  printAll(sheets: readonly Sheet[]): Promise<void>
  /** Keeps drafts out of sight; one that its sender holds leaves the stand if it was on it. */
  hold(publicationId: string, drafts: readonly HeldDraft[], at: Temporal.Instant): Promise<void>
  /**
   * Held drafts whose hour has come, in the order in which they came: all of each publication and
   * name of an edition, for at most so many of these.
   */
  due(at: Temporal.Instant, most: number): Promise<readonly Released[]>
  /**
   * Takes off the stand what its sender cancelled, and keeps the version, so that no older one
   * brings it back; false when it was not on it.
   */
  cancel(publicationId: string, draft: Draft, at: Temporal.Instant): Promise<boolean>
  /** Takes a story off the stand for good; false when it was not on it. */
  withdraw(story: StoryRef, at: Temporal.Instant): Promise<boolean>
  /** What is held, the next to come out first; what waits for its sender comes last. */
  waiting(): Promise<readonly Waiting[]>
  /** Forgets what is held of a story; false when nothing was. What is on the stand stays. */
  drop(story: StoryRef): Promise<boolean>
  /** The story at an address, withdrawn or not. */
  find(address: StoryAddress): Promise<Found | null>
}

export interface StoryRef {
  readonly publicationId: string
  readonly key: string
}

export interface Found extends StoryRef {
  readonly publication: Publication
  readonly known: Known
  readonly editionDate: Temporal.PlainDate
  readonly editionName: string
}

export interface Known {
  readonly digest: string
  /** When its sender made it, where he says so. */
  readonly version: Temporal.Instant | null
  /** On the stand, or taken off it; null when nothing was ever printed. */
  readonly story: KnownStory | null
  /** Waiting to come out. */
  readonly held: { readonly until: Temporal.Instant | null } | null
}

export interface KnownStory {
  readonly id: string
  readonly address: StoryAddress
  readonly withdrawnBy: 'desk' | 'sender' | null
  /** What it asks today. It goes on asking that until somebody says otherwise. */
  readonly door: Door
  readonly marks: readonly BlockMark[]
}

/** Stories of one edition, ready to print together. */
export interface Sheet {
  readonly publication: Publication
  readonly date: Temporal.PlainDate
  readonly editionName: string
  readonly stories: readonly ReadyStory[]
  /** Print only what is still held, and due by now. */
  readonly released: boolean
  readonly at: Temporal.Instant
}

/** A story cut and rendered. */
export interface ReadyStory {
  readonly key: string
  readonly digest: string
  readonly version: Temporal.Instant | null
  /** What a correction changed, for the reader; empty for everything else. */
  readonly note: string
  readonly headline: string
  readonly standfirst: string
  readonly bylines: readonly string[]
  readonly section: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly door: Door
  readonly home: string | null
  readonly complete: boolean
  readonly publishedAt: Temporal.Instant
  readonly position: number | null
  readonly minutes: number
  readonly left: Length | null
  readonly lead: Part
  readonly rest: Part
  readonly picture: KeptPicture | null
  readonly marks: readonly BlockMark[]
  readonly topic: Topic | null
  readonly work: string
  readonly translatedFrom: string | null
  readonly translators: readonly string[]
}

export interface Part {
  readonly blocks: readonly Block[]
  readonly html: string
  /** Digests of the pictures in it. */
  readonly pictures: readonly string[]
}

export interface Printed {
  readonly key: string
  /** `kept-off`: the desk withdrew it, and what a sender says does not bring it back. */
  readonly effect: 'new' | 'changed' | 'unchanged' | 'kept-off'
  readonly address: StoryAddress
}

export interface HeldDraft {
  readonly draft: Draft
  readonly until: Temporal.Instant | null
  readonly because: Remark
  /** Held by its sender: what is on the stand of it leaves it meanwhile. */
  readonly bySender: boolean
  readonly editionName: string
}

export interface Waiting {
  /** The slug of its publication. */
  readonly publication: string
  readonly key: string
  readonly headline: string
  readonly until: Temporal.Instant | null
  readonly because: Remark
}

export interface Released {
  readonly publication: Publication
  readonly editionName: string
  readonly drafts: readonly Draft[]
}
