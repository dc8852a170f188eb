import type { Device } from './device.ts'

/** How a reader proved who they are. */
export type Means = 'mail' | 'passkey' | 'provider'

/** One signed-in browser. */
export interface Session {
  readonly id: string
  readonly readerId: string
  readonly device: Device
  readonly means: Means
  /** When the reader proved who they are: every sign-in begins a session anew. */
  readonly beganAt: Temporal.Instant
  /** To the hour. */
  readonly usedAt: Temporal.Instant
  readonly rotatedAt: Temporal.Instant
  readonly tokenDigest: string
  /** The token before this one. */
  readonly formerDigest: string | null
  /** How long the former token is still taken; null until the new one was seen. */
  readonly formerUntil: Temporal.Instant | null
}

export type NewSession = Omit<Session, 'readerId'>

const hours = (count: number) => ({ hours: count })
const idle = hours(30 * 24)
const absolute = hours(180 * 24)
const rotation = hours(24)
const noticed = hours(1)
const grace = { seconds: 60 }
const fresh = { minutes: 15 }

const isOver = (
  since: Temporal.Instant,
  { hours = 0, seconds = 0 }: { hours?: number; seconds?: number },
  at: Temporal.Instant,
) => since.epochMilliseconds + (hours * 3_600 + seconds) * 1_000 <= at.epochMilliseconds

/** Not used for 30 days, or begun 180 days ago. */
function hasEnded(session: Session, at: Temporal.Instant): boolean {
  return isOver(session.usedAt, idle, at) || isOver(session.beganAt, absolute, at)
}

/** What ended before these moments may be forgotten. */
export function endedBefore(at: Temporal.Instant) {
  return { used: at.subtract(idle), began: at.subtract(absolute) }
}

/** Whether the reader proved who they are within the last quarter of an hour. */
export function isFresh(session: Session, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(session.beganAt.add(fresh), at) > 0
}

/** What is to be done for who shows a token of this session. */
export type SessionVerdict =
  | 'good'
  /** Good, and to be written down as used. */
  | 'touch'
  /** Good, and it is time for another token. */
  | 'rotate'
  | 'ended'
  /** A token that was replaced long ago: somebody copied it, so nobody keeps the session. */
  | 'replayed'

/**
 * Tokens are replaced after a day. The former one stays good until the browser has shown the new
 * one, since the answer that carried it may be lost, and a minute longer for its other tabs.
 */
export function judgeSession(
  session: Session,
  digest: string,
  at: Temporal.Instant,
): SessionVerdict {
  if (hasEnded(session, at)) return 'ended'
  const { formerDigest, formerUntil, tokenDigest, rotatedAt, usedAt } = session
  if (digest === tokenDigest) {
    if (formerDigest !== null && formerUntil === null) return 'touch'
    if (isOver(rotatedAt, rotation, at)) return 'rotate'
    return isOver(usedAt, noticed, at) ? 'touch' : 'good'
  }
  if (digest !== formerDigest) return 'ended'
  if (formerUntil === null) return isOver(rotatedAt, grace, at) ? 'rotate' : 'good'
  return Temporal.Instant.compare(formerUntil, at) > 0 ? 'good' : 'replayed'
}

/** The session after its present token was shown. */
export function touched(session: Session, at: Temporal.Instant): Session {
  const seen = session.formerDigest !== null && session.formerUntil === null
  return { ...session, usedAt: at, formerUntil: seen ? at.add(grace) : session.formerUntil }
}

/** The session with another token; the one that was shown becomes the former. */
export function rotated(
  session: Session,
  { shown, digest, at }: { shown: string; digest: string; at: Temporal.Instant },
): Session {
  const former = { formerDigest: shown, formerUntil: null }
  return { ...session, ...former, tokenDigest: digest, rotatedAt: at, usedAt: at }
}
