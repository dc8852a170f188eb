import { newId } from '#ground/ids'
import type { Keys } from './keys.ts'
import { seal, unseal } from './seal.ts'

/** What each kind of mail tells. Values go into sentences as they are. */
export interface MailFacts {
  readonly 'sign-in': Entrance
  readonly 'confirm-address': Entrance
  /** Goes to the former address. */
  readonly 'address-changed': { readonly address: string }
  readonly 'passkey-added': { readonly name: string }
  readonly 'provider-added': { readonly provider: string }
  readonly 'account-deleted': Readonly<Record<never, string>>
  /** Something about a plan or a payment. */
  readonly notice: {
    readonly what: string
    /** Moments are ISO text, amounts minor units. */
    readonly facts: Readonly<Record<string, string | number | null>>
    /** The whole web address of the reader's account page. */
    readonly account: string
    /** What a link carries that withdraws from what was paid; not there when nothing can be. */
    readonly withdrawal?: string
  }
}

interface Entrance {
  readonly code: string
  /** The whole web address. */
  readonly link: string
  /** For how long both are good. */
  readonly minutes: number
}

export type MailKind = keyof MailFacts

/** Something to be told to one reader, in their language. */
export type Mail = {
  readonly [Kind in MailKind]: {
    readonly kind: Kind
    readonly facts: MailFacts[Kind]
    readonly to: string
    /** A locale's name. */
    readonly locale: string
  }
}[MailKind]

/** A mail in words. */
export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A mail as it waits in the queue: nobody who reads the database learns what it says or to whom. */
export interface QueuedMail {
  readonly id: string
  /** Two mails with the same name are one; null for mails that may come again. */
  readonly once: string | null
  readonly readerId: string | null
  readonly kind: MailKind
  readonly sealed: string
  readonly at: Temporal.Instant
  /** When it no longer helps to send it. */
  readonly uselessAt: Temporal.Instant | null
}

interface Queueing {
  readonly at: Temporal.Instant
  /** Whose it is: it goes when they go. */
  readonly readerId?: string | null
  readonly once?: string
  readonly uselessAt?: Temporal.Instant
}

/** Ready to be kept in the transaction of what causes it. */
export function queuedMail(keys: Pick<Keys, 'mails'>, mail: Mail, how: Queueing): QueuedMail {
  const id = newId()
  const { at, readerId = null, once = null, uselessAt = null } = how
  const sealed = seal(keys.mails, JSON.stringify(mail), id)
  return { id, once, readerId, kind: mail.kind, sealed, at, uselessAt }
}

/** What a queued mail says; null when the stand's secret is another one now. */
export function mailIn(
  keys: Pick<Keys, 'mails'>,
  { id, sealed }: Pick<QueuedMail, 'id' | 'sealed'>,
): Mail | null {
  const text = unseal(keys.mails, sealed, id)
  return text === null ? null : JSON.parse(text)
}
