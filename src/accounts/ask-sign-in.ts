import { newId } from '#ground/ids'
import { bad, good, type Outcome } from '#ground/outcome'
import { type MailAddress, mailAddressIn } from './address.ts'
import { askerAt } from './asker.ts'
import { keyedDigest } from './keys.ts'
import { type Mail, queuedMail } from './mail.ts'
import type { Reader } from './reader.ts'
import { returnPathIn } from './return-path.ts'
import { isFresh, type Session } from './session.ts'
import { goodForMinutes } from './sign-in.ts'
import type { Readers, SignIns } from './store.ts'
import { isToken, newCode, newToken } from './token.ts'
import { type LimitNeeds, type Wait, withinLimits } from './within-limits.ts'

export interface AskNeeds extends LimitNeeds {
  readonly readers: Pick<Readers, 'byAddress'>
  readonly signIns: Pick<SignIns, 'ask'>
}

export interface Ask {
  /** As it was typed. */
  readonly address: string
  /** What this browser was given the last time, if anything. */
  readonly browserSecret: string | null
  /** Where to go on; anything but a path of this stand becomes "/". */
  readonly returnTo: string
  readonly locale: string
  /** The IP address of who asks. */
  readonly askedFrom: string
  /** The web address that the mail leads to; a GET there uses nothing. */
  readonly linkTo: (token: string) => URL
}

export interface Asked {
  /** For a cookie of this browser: without it neither code nor link is good. */
  readonly browserSecret: string
  readonly address: string
  readonly endsAt: Temporal.Instant
}

export type AskRefusal = Wait | { readonly kind: 'no-address' }

/**
 * Sends a code and a link to whoever can read the address. Known and unknown addresses are the
 * same to it: the same is looked up, kept and answered.
 */
export async function askSignIn(needs: AskNeeds, ask: Ask): Promise<Outcome<Asked, AskRefusal>> {
  const address = mailAddressIn(ask.address)
  if (address === null) return bad({ kind: 'no-address' })
  const wait = await withinLimits(needs, subjectsOf(address, ask))
  if (wait !== null) return bad(wait)
  // A known reader is written to where they always were: another spelling may be another mailbox.
  const known = await needs.readers.byAddress(address.key)
  const to = (known === null ? null : mailAddressIn(known.address)) ?? address
  return good(await keep(needs, ask, { address, to, purpose: 'sign-in', readerId: null }))
}

/** Sends a code and a link to a reader's new address. Only who signed in lately may. */
export async function askAddressChange(
  needs: AskNeeds,
  { reader, session }: { readonly reader: Reader; readonly session: Session },
  ask: Ask,
): Promise<Outcome<Asked, AskRefusal | { readonly kind: 'not-fresh' }>> {
  if (!isFresh(session, needs.clock())) return bad({ kind: 'not-fresh' })
  const address = mailAddressIn(ask.address)
  if (address === null) return bad({ kind: 'no-address' })
  const wait = await withinLimits(needs, subjectsOf(address, ask))
  if (wait !== null) return bad(wait)
  const readerId = reader.id
  return good(
    await keep(needs, ask, { address, to: address, purpose: 'confirm-address', readerId }),
  )
}

function subjectsOf({ key }: MailAddress, { askedFrom }: Ask) {
  const asker = askerAt(askedFrom)
  return { 'ask-address-asker': `${key} ${asker}`, 'ask-address': key, 'ask-asker': asker }
}

interface Purpose {
  readonly address: MailAddress
  readonly to: MailAddress
  readonly purpose: 'sign-in' | 'confirm-address'
  readonly readerId: string | null
}

async function keep(
  { signIns, keys, clock }: AskNeeds,
  { browserSecret, returnTo, locale, linkTo }: Ask,
  { address, to, purpose, readerId }: Purpose,
): Promise<Asked> {
  const id = newId()
  const [code, token] = [newCode(), newToken()]
  const secret = browserSecret !== null && isToken(browserSecret) ? browserSecret : newToken()
  const at = clock()
  const endsAt = at.add({ minutes: goodForMinutes })
  const facts = { code, link: linkTo(token).href, minutes: goodForMinutes }
  const mail: Mail = { kind: purpose, facts, to: to.to, locale }
  await signIns.ask(
    {
      id,
      purpose,
      readerId,
      address: address.written,
      addressKey: address.key,
      locale,
      codeDigest: codeDigest(keys.codes, id, code),
      linkDigest: linkDigest(keys.codes, token),
      browserDigest: browserDigest(keys.codes, secret),
      returnPath: returnPathIn(returnTo) ?? '/',
      askedAt: at,
      endsAt,
      tries: 0,
      usedAt: null,
    },
    queuedMail(keys, mail, { at, readerId, uselessAt: endsAt }),
  )
  return { browserSecret: secret, address: address.written, endsAt }
}

export const codeDigest = (key: Uint8Array, askId: string, code: string) =>
  keyedDigest(key, 'code', askId, code)
export const linkDigest = (key: Uint8Array, token: string) => keyedDigest(key, 'link', token)
export const browserDigest = (key: Uint8Array, secret: string) =>
  keyedDigest(key, 'browser', secret)
