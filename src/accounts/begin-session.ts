import type { Clock } from '#ground/clock'
import { newId } from '#ground/ids'
import { deviceOf } from './device.ts'
import { type Keys, keyedDigest } from './keys.ts'
import type { Means } from './session.ts'
import type { Beginning } from './store.ts'
import { isToken, newToken } from './token.ts'

/** The browser in which somebody proves who they are. */
export interface Browser {
  /** What it says of itself; empty when nothing. */
  readonly userAgent: string
  /** The session token it shows already, if any: that session ends. */
  readonly sessionToken: string | null
}

export interface BeginNeeds {
  readonly keys: Keys
  readonly clock: Clock
}

export const sessionDigest = (keys: Keys, token: string) => keyedDigest(keys.sessions, token)

/** A session about to begin, and the token that only its browser will know. */
export function beginSession(
  { keys, clock }: BeginNeeds,
  { userAgent, sessionToken }: Browser,
  means: Means,
): { readonly token: string; readonly beginning: Beginning } {
  const token = newToken()
  const at = clock()
  const instead =
    sessionToken !== null && isToken(sessionToken) ? sessionDigest(keys, sessionToken) : null
  const session = {
    id: newId(),
    device: deviceOf(userAgent),
    means,
    beganAt: at,
    usedAt: at,
    rotatedAt: at,
    tokenDigest: sessionDigest(keys, token),
    formerDigest: null,
    formerUntil: null,
  }
  return { token, beginning: { newReaderId: newId(), session, instead } }
}
