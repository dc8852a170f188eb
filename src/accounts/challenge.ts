import { randomBytes } from 'node:crypto'
import { keyedDigest } from './keys.ts'

const minutes = 5
const timeBytes = 8
const randomLength = 24
const headBytes = timeBytes + randomLength

/**
 * What a passkey signs: when it ends, randomness, and our mark on both. Nothing is kept of it until
 * it was signed, so that strangers who only ask cost the stand nothing and need no limit; then it is
 * kept as spent.
 * @param about what it may be used for
 */
export function newChallenge(
  key: Uint8Array,
  about: string,
  at: Temporal.Instant,
): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(headBytes)
  head.writeBigUInt64BE(BigInt(at.add({ minutes }).epochMilliseconds))
  randomBytes(randomLength).copy(head, timeBytes)
  const mark = Buffer.from(markOf(key, about, head), 'base64url')
  return new Uint8Array(Buffer.concat([head, mark]))
}

/** A challenge that came back signed. */
export interface SpentChallenge {
  readonly digest: string
  readonly until: Temporal.Instant
}

/** The challenge if it is ours, for this use and in time; otherwise null. Its spending is kept. */
export function challengeIn(
  key: Uint8Array,
  about: string,
  { challenge, at }: { readonly challenge: string; readonly at: Temporal.Instant },
): SpentChallenge | null {
  const whole = Buffer.from(challenge, 'base64url')
  const head = whole.subarray(0, headBytes)
  if (head.length < headBytes) return null
  if (whole.subarray(headBytes).toString('base64url') !== markOf(key, about, head)) return null
  const until = Temporal.Instant.fromEpochMilliseconds(Number(head.readBigUInt64BE()))
  if (Temporal.Instant.compare(until, at) <= 0) return null
  return { digest: keyedDigest(key, 'spent', challenge), until }
}

function markOf(key: Uint8Array, about: string, head: Uint8Array): string {
  return keyedDigest(key, 'challenge', about, Buffer.from(head).toString('base64url'))
}
