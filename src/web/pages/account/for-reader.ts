import type { Context } from 'hono'
import { type Address, addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { type Page, page } from '../../named-page.ts'
import { questionOf } from '../../page.ts'
import type { SignedIn, Visit } from '../../visit.ts'

/**
 * A page for whoever is signed in. Others are led to sign in, and then back to this very address: to
 * the account where something was to be done, for that is not done by coming back.
 */
export function forReader(
  address: Address,
  show: (c: Context<Visit>, signedIn: SignedIn) => Promise<Response>,
): Page {
  return page(address, (c) => {
    const signedIn = c.get('reader') ?? null
    if (signedIn !== null) return show(c, signedIn)
    const isAsked = c.req.method === 'GET' || c.req.method === 'HEAD'
    const back = isAsked ? c.req.path + questionOf(c) : accountAt(c)
    return Promise.resolve(c.redirect(signInFor(localeOf(c), back), 303))
  })
}

/** Back to the account, which says what was done. */
export const backToAccount = (c: Context<Visit>, done: 'saved' | 'address' = 'saved') =>
  c.redirect(`${accountAt(c)}?done=${done}`, 303)

/** Where a reader proves again who they are, before they change what matters. */
export function againAt(c: Context<Visit>, returnTo: string = accountAt(c)): string {
  const asked = new URLSearchParams({ again: '1', return: returnTo })
  return `${href(addresses.signIn, { locale: localeOf(c) })}?${asked}`
}

export const accountAt = (c: Context<Visit>) => href(addresses.account, { locale: localeOf(c) })

const localeOf = (c: Context<Visit>) => c.get('tongue').locale.name
