import { isToken, type Keys, keyedDigest, newToken } from '#accounts'
import type { Clock } from '#ground/clock'

/** Addresses of private feeds, one a reader. What is kept of one does not lead back to it. */
export interface MineFeeds {
  /** When the reader's was made; null when they have none. */
  madeAt(readerId: string): Promise<Temporal.Instant | null>
  /** The reader has this one now and no other: a former one leads nowhere from that moment. */
  put(readerId: string, digest: string, at: Temporal.Instant): Promise<void>
  end(readerId: string): Promise<void>
  /** Whose it is, or null. */
  readerOf(digest: string): Promise<string | null>
}

export interface MineFeedNeeds {
  readonly feeds: MineFeeds
  readonly keys: Pick<Keys, 'feeds'>
  readonly clock: Clock
}

/** Makes a reader's feed, or its address anew. The token is given this once. */
export async function makeMineFeed(
  { feeds, keys, clock }: MineFeedNeeds,
  readerId: string,
): Promise<string> {
  const token = newToken()
  await feeds.put(readerId, keyedDigest(keys.feeds, token), clock())
  return token
}

/** Whose feed this is; null for what is no token, or leads nowhere any more. */
export async function mineFeedReader(
  { feeds, keys }: Omit<MineFeedNeeds, 'clock'>,
  token: string,
): Promise<string | null> {
  return isToken(token) ? feeds.readerOf(keyedDigest(keys.feeds, token)) : null
}
