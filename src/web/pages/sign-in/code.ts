import type { Context } from 'hono'
import { html } from 'hono/html'
import { newestAsk, type SignIn, useCode } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { field } from '../../components/form.ts'
import { plainBody } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { accountsFor, isLocal, typedIn, visitorIn, waitWords } from '../../reader/asking.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import type { Visit } from '../../visit.ts'
import { enter } from './enter.ts'
import { noteRefusal } from './note-refusal.ts'

/** Where the code of the mail is typed; whoever asked for none is led to ask. */
export function showCode(needs: PageNeeds): Page {
  const cookies = cookiesOf(needs.settings)
  return page(addresses.signInCode, async (c, here) => {
    const ask = await newestAsk(accountsFor(needs), cookies.read(c, 'asked'))
    if (ask === null) return c.redirect(href(addresses.signIn, here), 303)
    return sendCodePage(c, needs, { ask, typed: '' })
  })
}

export function useTypedCode(needs: PageNeeds): Page {
  const cookies = cookiesOf(needs.settings)
  return page(addresses.signInCode, async (c) => {
    const typed = (await typedIn(c))('code')
    const visitor = visitorIn(c, needs, cookies)
    const used = await useCode(accountsFor(needs), typed, visitor)
    if (used.ok) return c.redirect(await enter(c, needs, cookies, used.value), 303)
    noteRefusal(needs, 'code', used.reason)
    const ask = await newestAsk(accountsFor(needs), visitor.browserSecret)
    if (used.reason.kind === 'wait') {
      const error = waitWords(c, used.reason, needs)
      return sendCodePage(c, needs, { ask, typed, error }, 429)
    }
    const error = c.get('tongue').say('code-not-good')
    return sendCodePage(c, needs, { ask, typed, error }, 422)
  })
}

interface CodePage {
  /** What this browser asked for, when that may still be used. */
  readonly ask: SignIn | null
  readonly typed: string
  readonly error?: string
}

function sendCodePage(
  c: Context<Visit>,
  needs: PageNeeds,
  shown: CodePage,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const tongue = c.get('tongue')
  const inTerminal = needs.accounts.keepsMail && isLocal(needs)
  const sheet = codeSheet(tongue, { ...shown, inTerminal })
  return sendPage(c, needs.lay(tongue, sheet), { status })
}

function codeSheet(
  tongue: Tongue,
  { ask, typed, error, inTerminal }: CodePage & { readonly inTerminal: boolean },
): Sheet {
  const { say, locale } = tongue
  const names = { locale: locale.name }
  const at = href(addresses.signInCode, names)
  const confirming = ask?.purpose === 'confirm-address'
  const typing = field({
    name: 'code',
    label: say('code-label'),
    value: typed,
    error,
    more: html`class="code" inputmode="numeric" autocomplete="one-time-code" required ${error === undefined ? '' : html`autofocus`} dir="ltr"`,
  })
  const go = say(confirming ? 'code-confirm' : 'log-in')
  const form = html`<form class="form" method="post" action="${at}">${typing}<button class="button first">${go}</button></form>`
  const title = say('code-title')
  const anew = confirming
    ? href(addresses.account, names)
    : signInFor(locale.name, ask?.returnPath ?? null)
  return {
    title,
    path: at,
    unlisted: true,
    kind: 'plain',
    body: plainBody({
      title,
      intro: ask === null ? '' : say('code-sent', { address: ask.address }),
      parts: [
        {
          title: say('sign-in-by-mail'),
          says: [
            form,
            say(inTerminal ? 'code-terminal' : 'code-no-mail'),
            html`<p><a href="${anew}">${say('code-new')}</a></p>`,
          ],
        },
      ],
    }),
  }
}
