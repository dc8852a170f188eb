import { askProvider, type Provider, returnPathIn, signInByProvider } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { accountsFor, visitorIn, waitWords } from '../../reader/asking.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import { sendAccount } from '../account/show.ts'
import { sendSignIn, standFor } from './ask.ts'
import { enter } from './enter.ts'
import { noteRefusal } from './note-refusal.ts'
import { ProviderError } from './provider-error.ts'

/** Sends the reader to the provider. Nothing is kept but in their own browser, for ten minutes. */
export function goToProvider(needs: PageNeeds): Page {
  const { settings, accounts } = needs
  const cookies = cookiesOf(settings)
  return page(addresses.signInProvider, async (c, here) => {
    const { provider } = accounts
    if (provider === null || c.req.method !== 'GET') return c.notFound()
    const returnTo = returnPathIn(c.req.query('return') ?? '')
    const asked = await askProvider(
      { ...accountsFor(needs), provider },
      {
        callback: new URL(addresses.providerBack, settings.publicUrl),
        returnTo: returnTo ?? href(addresses.front, here),
        locale: here.locale,
        askedFrom: visitorIn(c, needs, cookies).askedFrom,
        readerId: null,
      },
    )
    if (asked.ok) {
      cookies.keep(c, 'provider', asked.value.sealed)
      return c.redirect(asked.value.address.href, 303)
    }
    const shown = { ...standFor(needs), returnTo }
    const { reason } = asked
    if (reason.kind === 'wait') {
      noteRefusal(needs, 'ask', reason)
      return sendSignIn(c, needs, { ...shown, problem: waitWords(c, reason, needs) }, 429)
    }
    needs.report(new ProviderError(reason.message), 'going to the provider')
    const problem = c.get('tongue').say('sign-in-provider-failed', { provider: provider.name })
    return sendSignIn(c, needs, { ...shown, problem }, 400)
  })
}

/** What the reader is sent back to. The browser that was sent there has what is needed to go on. */
export function comeBackFromProvider(needs: PageNeeds): Page {
  const { settings, accounts } = needs
  const cookies = cookiesOf(settings)
  return async (c) => {
    const { provider } = accounts
    if (provider === null || c.req.method !== 'GET') return c.notFound()
    const { pathname, search } = new URL(c.req.url)
    const back = await signInByProvider(
      { ...accountsFor(needs), provider },
      {
        ...visitorIn(c, needs, cookies),
        address: new URL(pathname + search, settings.publicUrl),
        sealed: cookies.read(c, 'provider'),
        readerId: c.get('reader')?.reader.id ?? null,
      },
    )
    cookies.forget(c, 'provider')
    if (back.ok) return c.redirect(await enter(c, needs, cookies, back.value), 303)
    noteRefusal(needs, 'provider', back.reason)
    if ('message' in back.reason) {
      needs.report(new ProviderError(back.reason.message), 'coming back from the provider')
    }
    const { say } = c.get('tongue')
    const signedIn = c.get('reader') ?? null
    if (signedIn !== null) {
      const of = back.reason.kind === 'of-another-reader' ? 'provider-of-another' : null
      const providerProblem = say(of ?? 'provider-not-connected', { provider: provider.name })
      return sendAccount(c, needs, signedIn, { done: null, providerProblem }, 400)
    }
    const problem = sentenceFor(say, provider, back.reason.kind)
    return sendSignIn(c, needs, { ...standFor(needs), returnTo: null, problem }, 400)
  }
}

function sentenceFor(
  say: (
    key: 'sign-in-unverified' | 'sign-in-provider-failed',
    values: { provider: string },
  ) => string,
  { name }: Provider,
  kind: string,
): string {
  const key = kind === 'address-not-verified' ? 'sign-in-unverified' : 'sign-in-provider-failed'
  return say(key, { provider: name })
}
