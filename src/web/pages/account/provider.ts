import type { Context } from 'hono'
import { html } from 'hono/html'
import { askProvider, type Provider } from '#accounts'
import { addresses } from '../../addresses.ts'
import { plainBody } from '../../components/plain.ts'
import type { Page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { accountsFor, typedIn, visitorIn, waitWords } from '../../reader/asking.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import type { SignedIn, Visit } from '../../visit.ts'
import { ProviderError } from '../sign-in/provider-error.ts'
import { accountAt, againAt, forReader } from './for-reader.ts'
import { sendAccount } from './show.ts'

/**
 * Connects the provider with the account, or disconnects it: mail is always a way in beside it.
 * Only who signed in lately may.
 */
export function changeProvider(needs: PageNeeds): Page {
  const { accounts } = needs
  return forReader(addresses.accountProvider, async (c, signedIn) => {
    if (!signedIn.fresh) return c.redirect(againAt(c), 303)
    const typed = await typedIn(c)
    if (typed('do') === 'off') {
      const identity = { issuer: typed('issuer'), subject: typed('subject') }
      const isOff = await accounts.identities.remove(signedIn.reader.id, identity)
      return c.redirect(`${accountAt(c)}${isOff ? '?done=provider-off#done' : ''}`, 303)
    }
    return accounts.provider === null
      ? c.redirect(accountAt(c), 303)
      : connect(c, needs, { provider: accounts.provider, signedIn })
  })
}

async function connect(
  c: Context<Visit>,
  needs: PageNeeds,
  { provider, signedIn }: { readonly provider: Provider; readonly signedIn: SignedIn },
): Promise<Response> {
  const { settings, report } = needs
  const cookies = cookiesOf(settings)
  const { say, locale } = c.get('tongue')
  const asked = await askProvider(
    { ...accountsFor(needs), provider },
    {
      callback: new URL(addresses.providerBack, settings.publicUrl),
      returnTo: `${accountAt(c)}?done=provider-on#done`,
      locale: locale.name,
      askedFrom: visitorIn(c, needs, cookies).askedFrom,
      readerId: signedIn.reader.id,
    },
  )
  if (asked.ok) {
    cookies.keep(c, 'provider', asked.value.sealed)
    return sendAway(c, needs, provider, asked.value.address)
  }
  const { reason } = asked
  if (reason.kind === 'wait') {
    const problem = waitWords(c, reason, needs)
    return sendAccount(c, needs, signedIn, { done: null, providerProblem: problem }, 429)
  }
  report(new ProviderError(reason.message), 'going to the provider')
  const problem = say('provider-not-connected', { provider: provider.name })
  return sendAccount(c, needs, signedIn, { done: null, providerProblem: problem }, 400)
}

/** Browsers let a form of ours lead nowhere but to our own pages, and so this one leads on. */
function sendAway(
  c: Context<Visit>,
  { lay }: PageNeeds,
  { name: provider }: Provider,
  { href: there }: URL,
): Promise<Response> {
  const tongue = c.get('tongue')
  const { say } = tongue
  const title = say('provider-go-on', { provider })
  const words = plainBody({ title, intro: say('provider-leads-on', { provider }), parts: [] })
  const body = html`${words}<p class="ways"><a class="button" href="${there}">${title}</a></p>`
  c.header('refresh', `0; url="${there}"`)
  return sendPage(c, lay(tongue, { title, path: null, unlisted: true, kind: 'plain', body }))
}
