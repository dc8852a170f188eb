import { addPasskey, passkeyToAdd, readerName } from '#accounts'
import { addresses } from '../../addresses.ts'
import type { Page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { accountsFor, typedIn } from '../../reader/asking.ts'
import { accountAt, againAt, backToAccount, forReader } from './for-reader.ts'

/** What the browser is to make a passkey from. Who has to prove again who they are is led there. */
export function giveNewPasskeyOptions(needs: PageNeeds): Page {
  return forReader(addresses.accountPasskeys, async (c, { reader, fresh }) =>
    fresh
      ? c.json(await passkeyToAdd(accountsFor(needs), reader))
      : c.json({ to: againAt(c) }, 403),
  )
}

export function keepPasskey(needs: PageNeeds): Page {
  return forReader(addresses.accountPasskeys, async (c, signedIn) => {
    const { sentPasskey } = await import('../../reader/sent-by-scripts.ts')
    const read = sentPasskey.safeParse(await c.req.json().catch(() => null))
    const { say } = c.get('tongue')
    if (!read.success) return c.json({ problem: say('passkey-not-added') }, 400)
    const given = { answer: read.data.answer, name: '' }
    const added = await addPasskey(accountsFor(needs), signedIn, given)
    if (added.ok) return c.json({ to: `${accountAt(c)}?done=saved` })
    if (added.reason === 'not-fresh') return c.json({ to: againAt(c) }, 403)
    const why = added.reason === 'too-many' ? 'passkey-too-many' : 'passkey-not-added'
    return c.json({ problem: say(why) }, 422)
  })
}

/** Renames or removes one of the reader's own. Another's, or none, is left as it is. */
export function changePasskey({ accounts }: PageNeeds): Page {
  return forReader(addresses.accountPasskey, async (c, { reader, fresh }) => {
    const typed = await typedIn(c)
    const id = typed('id')
    if (typed('do') === 'remove') {
      if (!fresh) return c.redirect(againAt(c), 303)
      await accounts.passkeys.remove(reader.id, id)
      return backToAccount(c)
    }
    const name = readerName(typed('name'))
    if (name !== '') await accounts.passkeys.rename(reader.id, id, name)
    return backToAccount(c)
  })
}
