import type { Context } from 'hono'
import { askSignIn, returnPathIn } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { askedFrom } from '../../reader/asked-from.ts'
import { accountsFor, exampleAddress, isLocal, typedIn, waitWords } from '../../reader/asking.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import type { Visit } from '../../visit.ts'
import { noteRefusal } from './note-refusal.ts'
import { type SignInPage, signInSheet } from './page.ts'

/** What the page says of the stand itself. */
export function standFor({ accounts, settings }: PageNeeds): Omit<SignInPage, 'returnTo'> {
  return {
    stand: settings.name,
    provider: accounts.provider?.name ?? null,
    mute: accounts.keepsMail && !isLocal({ settings }),
    again: false,
    address: '',
  }
}

/** Whoever is signed in goes on to the account, unless they have to prove again who they are. */
export function showSignIn(needs: PageNeeds): Page {
  return page(addresses.signIn, async (c, here) => {
    const { reader } = c.get('reader') ?? { reader: null }
    const again = reader !== null && c.req.query('again') !== undefined
    if (reader !== null && !again) return c.redirect(href(addresses.account, here), 303)
    const { say } = c.get('tongue')
    const done = c.req.query('done')
    return sendSignIn(c, needs, {
      ...standFor(needs),
      returnTo: returnPathIn(c.req.query('return') ?? ''),
      again,
      address: again ? reader.address : '',
      ...(done === 'deleted' ? { done: say('delete-done') } : {}),
      ...(done === 'out' ? { done: say('logged-out') } : {}),
    })
  })
}

/** Sends a code to the address that was typed, whether or not anybody has it. */
export function askForCode(needs: PageNeeds): Page {
  const { settings } = needs
  const cookies = cookiesOf(settings)
  return page(addresses.signIn, async (c, here) => {
    const typed = await typedIn(c)
    const returnTo = returnPathIn(typed('return'))
    const asked = await askSignIn(accountsFor(needs), {
      address: typed('address'),
      browserSecret: cookies.read(c, 'asked'),
      returnTo: returnTo ?? href(addresses.front, here),
      locale: here.locale,
      askedFrom: askedFrom(c, settings),
      linkTo: (token) =>
        new URL(href(addresses.signInLink, { ...here, token }), settings.publicUrl),
    })
    if (asked.ok) {
      cookies.keep(c, 'asked', asked.value.browserSecret)
      return c.redirect(href(addresses.signInCode, here), 303)
    }
    const again = c.get('reader') !== null && typed('again') !== ''
    const kept = { ...standFor(needs), returnTo, again, address: typed('address') }
    if (asked.reason.kind === 'wait') {
      noteRefusal(needs, 'ask', asked.reason)
      const problem = waitWords(c, asked.reason, needs)
      return sendSignIn(c, needs, { ...kept, problem }, 429)
    }
    const error = c.get('tongue').say('sign-in-no-address', { example: exampleAddress })
    return sendSignIn(c, needs, { ...kept, error }, 422)
  })
}

export function sendSignIn(
  c: Context<Visit>,
  { lay }: PageNeeds,
  shown: SignInPage,
  status: 200 | 400 | 422 | 429 = 200,
): Promise<Response> {
  const tongue = c.get('tongue')
  return sendPage(c, lay(tongue, signInSheet(tongue, shown)), { status })
}
