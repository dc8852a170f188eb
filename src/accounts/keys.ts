import { createHmac, hkdfSync } from 'node:crypto'

export type Purpose =
  | 'codes'
  | 'sessions'
  | 'challenges'
  | 'mails'
  | 'rates'
  | 'providers'
  | 'trials'
  | 'meters'
  | 'withdrawals'
  | 'feeds'
  | 'lists'

/** A key for each purpose, so that what is worth something in one place is worth nothing in another. */
export type Keys = Readonly<Record<Purpose, Uint8Array>>

const bytes = 32

/** The keys that follow from a stand's secret: HKDF with SHA-256 (RFC 5869), one info a purpose. */
export function keysFrom(secret: Uint8Array): Keys {
  const keyFor = (purpose: Purpose) =>
    new Uint8Array(hkdfSync('sha256', secret, '', `kiosk/${purpose}/1`, bytes))
  return {
    codes: keyFor('codes'),
    sessions: keyFor('sessions'),
    challenges: keyFor('challenges'),
    mails: keyFor('mails'),
    rates: keyFor('rates'),
    providers: keyFor('providers'),
    trials: keyFor('trials'),
    meters: keyFor('meters'),
    withdrawals: keyFor('withdrawals'),
    feeds: keyFor('feeds'),
    lists: keyFor('lists'),
  }
}

/**
 * What a secret is known by without being kept: HMAC-SHA-256, 43 letters. The parts are parted, so
 * that ("ab", "c") is not ("a", "bc").
 */
export function keyedDigest(key: Uint8Array, ...parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
}
