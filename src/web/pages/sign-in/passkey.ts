import { passkeyToUse, returnPathIn, signInByPasskey } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { accountsFor, visitorIn } from '../../reader/asking.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import { enter } from './enter.ts'
import { noteRefusal } from './note-refusal.ts'

/** What the browser is to sign. Nothing is kept of it, and nobody is asked who they are. */
export function givePasskeyOptions(needs: PageNeeds): Page {
  return page(addresses.signInPasskey, async (c) => c.json(await passkeyToUse(accountsFor(needs))))
}

export function usePasskey(needs: PageNeeds): Page {
  const cookies = cookiesOf(needs.settings)
  return page(addresses.signInPasskey, async (c, here) => {
    const { sentPasskey } = await import('../../reader/sent-by-scripts.ts')
    const read = sentPasskey.safeParse(await c.req.json().catch(() => null))
    const { say } = c.get('tongue')
    const failed = { problem: say('sign-in-passkey-failed') }
    if (!read.success) return c.json(failed, 400)
    const visitor = visitorIn(c, needs, cookies)
    const used = await signInByPasskey(accountsFor(needs), read.data.answer, visitor)
    if (!used.ok) {
      noteRefusal(needs, 'passkey', used.reason)
      return c.json(failed, 422)
    }
    const returnPath = returnPathIn(read.data.back) ?? href(addresses.front, here)
    return c.json({ to: await enter(c, needs, cookies, { ...used.value, returnPath }) })
  })
}
