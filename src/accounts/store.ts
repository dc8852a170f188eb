import type { Outcome } from '#ground/outcome'
import type { SpentChallenge } from './challenge.ts'
import type { QueuedMail } from './mail.ts'
import type { Passkey } from './passkey.ts'
import type { Identity, IdentityFacts, IdentityVerdict, Vouched } from './provider.ts'
import type { Bucket, RateName } from './rate.ts'
import type { MailChoice, Reader, ReadingWish } from './reader.ts'
import type { Role } from './role.ts'
import type { NewSession, Session } from './session.ts'
import type { SignIn, UseRefusal, UseVerdict } from './sign-in.ts'

/** Who has an account. Every method that changes something is one transaction. */
export interface Readers {
  byId(id: string): Promise<Reader | null>
  byAddress(addressKey: string): Promise<Reader | null>
  /** The one with this address, added if there was none. */
  findOrAdd(reader: Reader): Promise<{ readonly reader: Reader; readonly added: boolean }>
  /** By address. */
  all(): Promise<readonly Reader[]>
  rolesOf(readerIds: readonly string[]): Promise<ReadonlyMap<string, readonly Role[]>>
  /** False when they had it already. */
  giveRole(readerId: string, role: Role, at: Temporal.Instant): Promise<boolean>
  /** False when they did not have it. */
  takeRole(readerId: string, role: Role): Promise<boolean>
  change(
    id: string,
    said: {
      readonly name?: string
      readonly locale?: string
      readonly choices?: readonly MailChoice[]
    },
  ): Promise<Reader | null>
  readingOf(id: string): Promise<ReadingWish | null>
  /** Keeps it unless they chose something else later; gives what stands then, null without a reader. */
  keepReading(id: string, wish: ReadingWish): Promise<ReadingWish | null>
  /** Every row about them, table by table, as it can be handed to them. */
  everything(id: string): Promise<Everything>
  /**
   * Removes them and every row about them, sessions first of all, and overwrites what was there.
   * False when there was no such reader.
   */
  remove(id: string, goodbye: QueuedMail | null): Promise<boolean>
}

export type Everything = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** What begins when somebody has proved who they are. */
export interface Beginning {
  /** The id of the reader, if they turn out to be new. */
  readonly newReaderId: string
  readonly session: NewSession
  /** The token digest of the session that this browser had before: it ends. */
  readonly instead: string | null
}

export interface Entered {
  readonly reader: Reader
  readonly isNew: boolean
}

export interface SignIns {
  /** Keeps the ask and its mail in one transaction; of this browser the newest few stay. */
  ask(signIn: SignIn, mail: QueuedMail): Promise<void>
  /** The asks of a browser, used and ended ones too. */
  ofBrowser(browserDigest: string): Promise<readonly SignIn[]>
  /**
   * Uses an ask, in one transaction: finds, judges and does. A good sign-in makes the reader if
   * nobody has the address. A confirmed address replaces the former one, ends every session, and
   * the former address is told.
   */
  use(
    which: { readonly link: string } | { readonly browser: string },
    judge: (asks: readonly SignIn[]) => UseVerdict,
    beginning: Beginning & { readonly tell: (former: Reader, ask: SignIn) => QueuedMail },
  ): Promise<Outcome<Entered & { readonly ask: SignIn }, UseRefusal>>
}

export interface Sessions {
  /** Whose token this is, the former one too. Reads only. */
  byToken(digest: string): Promise<{ readonly session: Session; readonly reader: Reader } | null>
  /** Writes down what was judged; false when another request was quicker, or it ended meanwhile. */
  change(session: Session, expected: string): Promise<boolean>
  /** The newest use first. */
  of(readerId: string): Promise<readonly Session[]>
  /** Ends one session of this reader; false when there was none. */
  end(readerId: string, id: string): Promise<boolean>
  /** Ends all of a reader's but one; gives how many. */
  endOthers(readerId: string, except: string | null): Promise<number>
}

export interface Passkeys {
  byId(id: string): Promise<Passkey | null>
  /** The oldest first. */
  of(readerId: string): Promise<readonly Passkey[]>
  /** Spends the challenge and keeps the passkey and the mail about it. */
  add(
    passkey: Passkey,
    spent: SpentChallenge,
    mail: QueuedMail,
  ): Promise<Outcome<'added', 'known' | 'spent' | 'too-many'>>
  /** Spends the challenge, keeps the counter, begins the session. */
  use(
    used: { readonly id: string; readonly counter: number; readonly synced: boolean },
    spent: SpentChallenge,
    beginning: Beginning,
  ): Promise<Outcome<Entered, 'unknown' | 'spent' | 'copied'>>
  rename(readerId: string, id: string, name: string): Promise<boolean>
  remove(readerId: string, id: string): Promise<boolean>
}

export interface Identities {
  of(readerId: string): Promise<readonly Identity[]>
  /** In one transaction: finds who is known, judges, and does what was judged. */
  use(
    vouched: Vouched & { readonly addressKey: string | null },
    signedIn: string | null,
    judge: (facts: IdentityFacts) => IdentityVerdict,
    beginning: Beginning & {
      readonly join: () => Reader
      readonly tell: (reader: Reader) => QueuedMail
    },
  ): Promise<Outcome<Entered, 'of-another-reader' | 'address-not-verified'>>
  remove(readerId: string, identity: Pick<Identity, 'issuer' | 'subject'>): Promise<boolean>
}

export interface Counted {
  readonly name: RateName
  /** A keyed digest: nobody's address is kept to count. */
  readonly key: string
  readonly part: number
  /** When this part counts no longer. */
  readonly endsAt: Temporal.Instant
}

export interface Rates {
  /** Counts all of these, or none when `full` says of one that it is: then until when. */
  take(
    wanted: readonly Counted[],
    full: (counted: Counted, buckets: readonly Bucket[]) => Temporal.Instant | null,
  ): Promise<Temporal.Instant | null>
}

/** The mails that wait. */
export interface Mails {
  /** False when one of the same name was queued before. */
  add(mail: QueuedMail): Promise<boolean>
  /** The mails whose time has come, for this process alone until `until`. */
  take(at: Temporal.Instant, until: Temporal.Instant, most: number): Promise<readonly TakenMail[]>
  /** It went out, or never will: what it said is forgotten. */
  done(id: string, how: MailEnd, at: Temporal.Instant): Promise<void>
  /** It could not go out now. */
  later(id: string, nextAt: Temporal.Instant): Promise<void>
}

export type MailEnd = 'sent' | 'refused' | 'too-late' | 'given-up' | 'unreadable'

export interface TakenMail {
  readonly id: string
  /** Says what it is about, and nothing of whom. */
  readonly kind: string
  readonly sealed: string
  /** How often it was taken before and never spoken of again: whoever took it may have sent it. */
  readonly lost: number
  /** How often sending it failed. */
  readonly failures: number
  readonly at: Temporal.Instant
  readonly uselessAt: Temporal.Instant | null
}

export interface Sweeper {
  /** Forgets what serves nobody any more: ended asks and sessions, spent challenges, old counts. */
  sweep(at: Temporal.Instant): Promise<void>
}
