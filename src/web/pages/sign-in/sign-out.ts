import { addresses, href } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { cookiesOf } from '../../reader/cookies.ts'

/** Ends the session, and has the browser forget every page it kept. */
export function signOut({ accounts, settings }: PageNeeds): Page {
  const cookies = cookiesOf(settings)
  return page(addresses.signOut, async (c, here) => {
    const signedIn = c.get('reader') ?? null
    if (signedIn !== null) await accounts.sessions.end(signedIn.reader.id, signedIn.session.id)
    cookies.endSession(c)
    c.header('clear-site-data', '"cache"')
    return c.redirect(`${href(addresses.signIn, here)}?done=out`, 303)
  })
}
