import { bad, good, type Outcome } from '#ground/outcome'
import { mailAddressIn } from './address.ts'
import { askerAt } from './asker.ts'
import { type BeginNeeds, type Browser, beginSession } from './begin-session.ts'
import { queuedMail } from './mail.ts'
import {
  judgeIdentity,
  type Provider,
  type ProviderSecrets,
  type ProviderTrouble,
} from './provider.ts'
import { type Reader, readerName } from './reader.ts'
import { returnPathIn } from './return-path.ts'
import { seal, unseal } from './seal.ts'
import type { Identities } from './store.ts'
import type { SignedIn } from './use-sign-in.ts'
import { type LimitNeeds, type Wait, withinLimits } from './within-limits.ts'

export interface ProviderNeeds extends LimitNeeds, BeginNeeds {
  readonly provider: Provider
  readonly identities: Pick<Identities, 'use'>
}

export interface ProviderAsk {
  /** The web address that the provider sends the reader back to. */
  readonly callback: URL
  readonly returnTo: string
  readonly locale: string
  readonly askedFrom: string
  /** Who is signed in and wants the provider added to their account; null to sign in. */
  readonly readerId: string | null
}

/** What the browser keeps, sealed, while the reader is away. */
interface Kept extends ProviderSecrets {
  readonly returnPath: string
  readonly locale: string
  readonly readerId: string | null
  readonly endsAt: number
}

const about = 'provider'
const minutes = 10

/** Where to send the reader, and what to keep in a cookie of their browser for ten minutes. */
export async function askProvider(
  needs: ProviderNeeds,
  { callback, returnTo, locale, askedFrom, readerId }: ProviderAsk,
): Promise<Outcome<{ readonly address: URL; readonly sealed: string }, Wait | ProviderTrouble>> {
  const wait = await withinLimits(needs, { 'provider-asker': askerAt(askedFrom) })
  if (wait !== null) return bad(wait)
  const begun = await needs.provider.begin(callback)
  if (!begun.ok) return begun
  const { address, secrets } = begun.value
  const endsAt = needs.clock().add({ minutes }).epochMilliseconds
  const returnPath = returnPathIn(returnTo) ?? '/'
  const kept: Kept = { ...secrets, returnPath, locale, readerId, endsAt }
  return good({ address, sealed: seal(needs.keys.providers, JSON.stringify(kept), about) })
}

export type ProviderRefusal =
  | ProviderTrouble
  | { readonly kind: 'foreign-browser' | 'expired' }
  | { readonly kind: 'of-another-reader' | 'address-not-verified' }

export interface Back extends Browser {
  /** The whole address that the reader came back to. */
  readonly address: URL
  /** What was kept in the cookie. It is to be cleared whatever comes of this. */
  readonly sealed: string | null
  /** Who is signed in now. */
  readonly readerId: string | null
}

/** Signs in whom the provider vouches for, or adds it to the account that asked for that. */
export async function signInByProvider(
  needs: ProviderNeeds,
  { address, sealed, readerId, ...browser }: Back,
): Promise<Outcome<SignedIn, ProviderRefusal>> {
  const text = sealed === null ? null : unseal(needs.keys.providers, sealed, about)
  if (text === null) return bad({ kind: 'foreign-browser' })
  const kept: Kept = JSON.parse(text)
  if (kept.endsAt <= needs.clock().epochMilliseconds) return bad({ kind: 'expired' })
  // An account asked for this that is not signed in here any more: it would get a stranger's identity.
  if (kept.readerId !== null && kept.readerId !== readerId) return bad({ kind: 'foreign-browser' })
  const vouched = await needs.provider.finish(address, kept)
  if (!vouched.ok) return vouched

  const said = vouched.value.address === null ? null : mailAddressIn(vouched.value.address)
  const addressVerified = vouched.value.addressVerified && said !== null
  const { token, beginning } = beginSession(needs, browser, 'provider')
  const entered = await needs.identities.use(
    { ...vouched.value, addressVerified, addressKey: addressVerified ? said.key : null },
    kept.readerId,
    judgeIdentity,
    {
      ...beginning,
      join: () =>
        newcomer(needs, beginning.newReaderId, kept, {
          name: vouched.value.name,
          address: said?.written ?? '',
          addressKey: said?.key ?? '',
        }),
      tell: (reader) => providerAdded(needs, reader),
    },
  )
  if (!entered.ok) return bad({ kind: entered.reason })
  return good({ token, ...entered.value, returnPath: kept.returnPath })
}

function newcomer(
  { clock }: ProviderNeeds,
  id: string,
  { locale }: Kept,
  { name, address, addressKey }: Pick<Reader, 'name' | 'address' | 'addressKey'>,
): Reader {
  return { id, address, addressKey, name: readerName(name), locale, joinedAt: clock(), choices: [] }
}

function providerAdded({ keys, clock, provider }: ProviderNeeds, reader: Reader) {
  const to = mailAddressIn(reader.address)?.to ?? reader.address
  const facts = { provider: provider.name }
  const mail = { kind: 'provider-added', facts, to, locale: reader.locale } as const
  return queuedMail(keys, mail, { at: clock(), readerId: reader.id })
}
