import { claimDigest } from '#access'

/** Gifts that one browser keeps at once. */
const most = 5

/** What the cookie of gifts says with one more: claims, the newest last. */
export function withClaim(cookie: string | null, claim: string): string {
  return [...claimsIn(cookie), claim].slice(-most).join('.')
}

/** The digests of the claims in a browser's cookie. */
export function digestsIn(cookie: string | null): readonly string[] {
  return claimsIn(cookie).flatMap((claim) => claimDigest(claim) ?? [])
}

const claimsIn = (cookie: string | null) =>
  (cookie ?? '').split('.').filter((claim) => claimDigest(claim) !== null)
