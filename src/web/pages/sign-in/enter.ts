import type { Context } from 'hono'
import type { SignedIn } from '#accounts'
import type { Cookies } from '../../reader/cookies.ts'
import type { Visit } from '../../visit.ts'

/** Signs this browser in; gives where to go on. */
export function enter(
  c: Context<Visit>,
  cookies: Cookies,
  { token, returnPath }: Pick<SignedIn, 'token' | 'returnPath'>,
): string {
  cookies.beginSession(c, token)
  cookies.forget(c, 'asked')
  return returnPath
}
