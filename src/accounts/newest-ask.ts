import type { Clock } from '#ground/clock'
import { browserDigest } from './ask-sign-in.ts'
import type { Keys } from './keys.ts'
import type { SignIn } from './sign-in.ts'
import type { SignIns } from './store.ts'
import { isToken } from './token.ts'

/** What this browser asked for last, when that may still be used; null otherwise. */
export async function newestAsk(
  needs: {
    readonly signIns: Pick<SignIns, 'ofBrowser'>
    readonly keys: Pick<Keys, 'codes'>
    readonly clock: Clock
  },
  browserSecret: string | null,
): Promise<SignIn | null> {
  if (browserSecret === null || !isToken(browserSecret)) return null
  const [ask] = await needs.signIns.ofBrowser(browserDigest(needs.keys.codes, browserSecret))
  if (ask === undefined || ask.usedAt !== null) return null
  return Temporal.Instant.compare(ask.endsAt, needs.clock()) > 0 ? ask : null
}
