import { askAddressChange } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import type { Page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { askedFrom } from '../../reader/asked-from.ts'
import { accountsFor, exampleAddress, typedIn, waitWords } from '../../reader/asking.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import { accountAt, againAt, forReader } from './for-reader.ts'
import { sendAccount } from './show.ts'

/** Sends a code to the new address; only when that comes back does it replace the former one. */
export function askNewAddress(needs: PageNeeds): Page {
  const { settings } = needs
  const cookies = cookiesOf(settings)
  return forReader(addresses.accountAddress, async (c, signedIn) => {
    const typed = (await typedIn(c))('address')
    const { locale, say } = c.get('tongue')
    const names = { locale: locale.name }
    const asked = await askAddressChange(accountsFor(needs), signedIn, {
      address: typed,
      browserSecret: cookies.read(c, 'asked'),
      returnTo: `${accountAt(c)}?done=address`,
      locale: locale.name,
      askedFrom: askedFrom(c, settings),
      linkTo: (token) =>
        new URL(href(addresses.signInLink, { ...names, token }), settings.publicUrl),
    })
    if (asked.ok) {
      cookies.keep(c, 'asked', asked.value.browserSecret)
      return c.redirect(href(addresses.signInCode, names), 303)
    }
    const { reason } = asked
    if (reason.kind === 'not-fresh') return c.redirect(againAt(c), 303)
    const waits = reason.kind === 'wait'
    const error = waits
      ? waitWords(c, reason, needs)
      : say('sign-in-no-address', { example: exampleAddress })
    const said = { done: null, newAddress: { typed, error } }
    return sendAccount(c, needs, signedIn, said, waits ? 429 : 422)
  })
}
