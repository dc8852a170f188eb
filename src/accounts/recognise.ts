import type { Clock } from '#ground/clock'
import type { SignedInReader } from './add-passkey.ts'
import { sessionDigest } from './begin-session.ts'
import type { Keys } from './keys.ts'
import type { Reader } from './reader.ts'
import { judgeSession, rotated, type Session, touched } from './session.ts'
import type { Sessions } from './store.ts'
import { isToken, newToken } from './token.ts'

export interface RecogniseNeeds {
  readonly sessions: Pick<Sessions, 'byToken' | 'change' | 'end'>
  readonly keys: Keys
  readonly clock: Clock
}

export type Recognised =
  | {
      readonly kind: 'reader'
      readonly reader: Reader
      readonly session: Session
      /** Replaces the token in the browser's cookie; null when it keeps the one it has. */
      readonly freshToken: string | null
    }
  /** The cookie is worth nothing any more, if there was one. `replayed`: worth a line in the log. */
  | { readonly kind: 'stranger'; readonly because: 'no-token' | 'ended' | 'replayed' }

/** Who shows this session token. Reads only, but for once an hour and once a day. */
export async function recognise(
  { sessions, keys, clock }: RecogniseNeeds,
  token: string | null,
): Promise<Recognised> {
  if (token === null || !isToken(token)) return { kind: 'stranger', because: 'no-token' }
  const digest = sessionDigest(keys, token)
  const found = await sessions.byToken(digest)
  if (found === null) return { kind: 'stranger', because: 'ended' }
  const { session, reader } = found
  const at = clock()
  const verdict = judgeSession(session, digest, at)
  switch (verdict) {
    case 'ended':
    case 'replayed':
      await sessions.end(reader.id, session.id)
      return { kind: 'stranger', because: verdict }
    case 'good':
      return { kind: 'reader', reader, session, freshToken: null }
    case 'touch': {
      const after = touched(session, at)
      await sessions.change(after, session.tokenDigest)
      return { kind: 'reader', reader, session: after, freshToken: null }
    }
    case 'rotate': {
      const fresh = newToken()
      const after = rotated(session, { shown: digest, digest: sessionDigest(keys, fresh), at })
      const first = await sessions.change(after, session.tokenDigest)
      // Another tab was quicker: its answer carries the new token, and this one is still good.
      if (!first) return { kind: 'reader', reader, session, freshToken: null }
      return { kind: 'reader', reader, session: after, freshToken: fresh }
    }
  }
}

/**
 * Who shows this token, when there is nothing to write down for it; null for everybody else, of
 * whom `recognise` knows more.
 */
export async function glance(
  { sessions, keys, clock }: RecogniseNeeds,
  token: string,
): Promise<SignedInReader | null> {
  if (!isToken(token)) return null
  const digest = sessionDigest(keys, token)
  const found = await sessions.byToken(digest)
  return found !== null && judgeSession(found.session, digest, clock()) === 'good' ? found : null
}
