import type { Context } from 'hono'
import type { BuyAsk } from '#access'
import { addresses, href } from '../../addresses.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import type { Visit } from '../../visit.ts'
import { sendNotBegun } from './not-begun.ts'

interface Going extends Pick<BuyAsk, 'readerId' | 'choice'> {
  /** The page on which it was chosen, for who leaves the provider's without paying. */
  readonly chosenAt: string
  /** Where to go on when it is paid. */
  readonly returnTo: string | null
}

/** Leads to the provider's page on which it is paid: one page, however often it is pressed. */
export async function goAndPay(
  c: Context<Visit>,
  needs: PageNeeds,
  { readerId, choice, chosenAt, returnTo }: Going,
): Promise<Response> {
  const { access, settings } = needs
  const { name: locale, tag: language } = c.get('tongue').locale
  if (access.shop === null) return sendNotBegun(c, needs, 'not-offered')
  const paidUrl = new URL(href(addresses.bought, { locale }), settings.publicUrl)
  if (returnTo !== null) paidUrl.searchParams.set('return', returnTo)
  const leftUrl = new URL(chosenAt, settings.publicUrl)
  const begun = await access.shop.begin({ readerId, choice, paidUrl, leftUrl, language })
  if (!begun.ok) return sendNotBegun(c, needs, begun.reason, returnTo)
  if (begun.value.page === null) return sendNotBegun(c, needs, 'unreachable', returnTo)
  cookiesOf(settings).keep(c, 'checkout', begun.value.id)
  return c.redirect(begun.value.page.address.href, 303)
}
