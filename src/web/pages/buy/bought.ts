import { settleCheckout } from '#access'
import { returnPathIn } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import type { Page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import { accountAt, forReader } from '../account/for-reader.ts'

/**
 * Back from the provider: what was paid is true at once, without waiting for its message. Where it
 * cannot be asked now, its message will do.
 */
export function comeBackFromPaying({ access, settings }: PageNeeds): Page {
  const cookies = cookiesOf(settings)
  return forReader(addresses.bought, async (c, { reader }) => {
    const id = cookies.read(c, 'checkout')
    const settled =
      id === null || access.shop === null
        ? null
        : await settleCheckout(access.shop, { id, readerId: reader.id })
    if (settled === null || !settled.ok || settled.value !== 'settled') {
      return c.redirect(`${accountAt(c)}?done=paid-wait#done`, 303)
    }
    cookies.forget(c, 'checkout')
    const returnTo = returnPathIn(c.req.query('return') ?? '')
    return c.redirect(returnTo ?? `${accountAt(c)}?done=paid#done`, 303)
  })
}

/** Leads a reader to the provider's page of their cards and invoices. */
export function openPortal({ access, settings }: PageNeeds): Page {
  return forReader(addresses.portal, async (c, { reader }) => {
    const asked = (await typedIn(c))('subscription')
    const theirs = await access.subscriptions.of(reader.id)
    const customer = theirs.find(({ id }) => id === asked)?.contract?.customer
    const back = new URL(
      href(addresses.account, { locale: c.get('tongue').locale.name }),
      settings.publicUrl,
    )
    const portal =
      customer === undefined || access.shop === null
        ? null
        : await access.shop.payments.portal(customer, back)
    if (!portal?.ok) return c.redirect(`${accountAt(c)}?done=nothing-changed#done`, 303)
    return c.redirect(portal.value.href, 303)
  })
}
