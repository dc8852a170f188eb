import type { Context } from 'hono'
import type { SignedIn } from '#accounts'
import type { PageNeeds } from '../../page-needs.ts'
import type { Cookies } from '../../reader/cookies.ts'
import type { Visit } from '../../visit.ts'
import { doMeant } from '../mine/do-meant.ts'

/** Signs this browser in, and does what its reader meant to; gives where to go on. */
export async function enter(
  c: Context<Visit>,
  needs: PageNeeds,
  cookies: Cookies,
  { token, reader, returnPath }: Pick<SignedIn, 'token' | 'reader' | 'returnPath'>,
): Promise<string> {
  cookies.beginSession(c, token)
  cookies.forget(c, 'asked')
  await doMeant(c, needs, reader.id, returnPath)
  return returnPath
}
