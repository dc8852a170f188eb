import type { Outcome } from '#ground/outcome'
import type { Reader } from './reader.ts'

/** A service that vouches for readers by OpenID Connect. */
export interface Provider {
  /** What readers know it by. */
  readonly name: string
  /** What it calls itself. */
  readonly issuer: URL
  /** Where to send the reader, and what has to be kept until they are back. */
  begin(callback: URL): Promise<Outcome<Begun, ProviderTrouble>>
  /**
   * Whom it vouches for.
   * @param address the whole address the reader came back to
   */
  finish(address: URL, secrets: ProviderSecrets): Promise<Outcome<Vouched, ProviderTrouble>>
}

export interface Begun {
  readonly address: URL
  readonly secrets: ProviderSecrets
}

/** Known to the reader's browser only, and sealed there. */
export interface ProviderSecrets {
  readonly state: string
  readonly nonce: string
  /** PKCE (RFC 7636). */
  readonly verifier: string
}

export interface ProviderTrouble {
  /** `refused`: the reader or the provider said no; `unreachable`; `untrustworthy`: a check failed. */
  readonly kind: 'refused' | 'unreachable' | 'untrustworthy'
  /** For logs: no token and nothing of the reader is in it. */
  readonly message: string
}

/** What a provider says of a reader. Who they are is issuer and subject, never the address. */
export interface Vouched {
  readonly issuer: string
  readonly subject: string
  readonly address: string | null
  readonly addressVerified: boolean
  readonly name: string
}

/** A reader known to a provider. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  readonly addedAt: Temporal.Instant
  readonly usedAt: Temporal.Instant
}

export interface IdentityFacts {
  /** Who is known by this identity. */
  readonly known: Reader | null
  /** Who is signed in and wants the identity added. */
  readonly signedIn: Reader | null
  /** Who has the address that the provider says. */
  readonly atAddress: Reader | null
  /** Whether the provider said an address at all, and checked it. */
  readonly addressVerified: boolean
}

export type IdentityVerdict =
  | { readonly kind: 'known' | 'add'; readonly reader: Reader }
  | { readonly kind: 'join' }
  | { readonly kind: 'refuse'; readonly because: 'of-another-reader' | 'address-not-verified' }

/**
 * What to do for whom a provider vouches. An address that was not checked opens no account and
 * makes none, whether it is known here or not: who asked learns nothing from the answer.
 */
export function judgeIdentity({
  known,
  signedIn,
  atAddress,
  addressVerified,
}: IdentityFacts): IdentityVerdict {
  if (known !== null && signedIn !== null && known.id !== signedIn.id) {
    return { kind: 'refuse', because: 'of-another-reader' }
  }
  if (known !== null) return { kind: 'known', reader: known }
  if (signedIn !== null) return { kind: 'add', reader: signedIn }
  if (!addressVerified) return { kind: 'refuse', because: 'address-not-verified' }
  return atAddress === null ? { kind: 'join' } : { kind: 'add', reader: atAddress }
}
