import { html } from 'hono/html'
import { addresses, href } from '../../addresses.ts'
import { doneWords, field } from '../../components/form.ts'
import { plainBody } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'

export interface SignInPage {
  readonly stand: string
  /** What readers know the provider by; null without one. */
  readonly provider: string | null
  /** Whether mails reach nobody. */
  readonly mute: boolean
  readonly returnTo: string | null
  /** True for a reader who has to prove again who they are. */
  readonly again: boolean
  readonly address: string
  /** What is wrong with the address. */
  readonly error?: string
  /** What else went wrong. */
  readonly problem?: string
  readonly done?: string
}

export function signInSheet(tongue: Tongue, page: SignInPage): Sheet {
  const { say, locale } = tongue
  const { stand, again, mute, problem, done } = page
  const title = say(again ? 'sign-in-again-title' : 'log-in')
  const others = otherWays(tongue, page)
  return {
    title,
    path: href(addresses.signIn, { locale: locale.name }) + queryOf(page),
    unlisted: true,
    kind: 'plain',
    body: plainBody({
      title,
      intro: say(again ? 'sign-in-again' : 'sign-in-intro'),
      parts: [
        {
          title: say('sign-in-by-mail'),
          says: [
            done === undefined ? '' : doneWords(done),
            problem === undefined ? '' : html`<p class="problem" role="alert">${problem}</p>`,
            mute ? html`<p class="problem">${say('sign-in-no-mail', { stand })}</p>` : '',
            addressForm(tongue, page),
          ],
        },
        { title: say('sign-in-other-ways'), says: others },
      ],
    }),
  }
}

function queryOf({ returnTo, again }: SignInPage): string {
  const asked = new URLSearchParams()
  if (returnTo !== null) asked.set('return', returnTo)
  if (again) asked.set('again', '1')
  return asked.size === 0 ? '' : `?${asked}`
}

function addressForm({ say, locale }: Tongue, page: SignInPage): Html {
  const more = html`type="email" autocomplete="email" required dir="ltr"`
  const label = say('sign-in-address')
  const typed = field({
    name: 'address',
    label,
    value: page.address,
    error: page.error,
    more: html`${more} ${page.error === undefined ? '' : html`autofocus`}`,
  })
  return html`<form class="form" method="post" action="${href(addresses.signIn, { locale: locale.name })}">${hiddenReturn(page.returnTo)}${page.again && html`<input type="hidden" name="again" value="1">`}${typed}<button class="button first">${say('sign-in-send')}</button></form>`
}

function otherWays({ say, locale }: Tongue, { provider, returnTo }: SignInPage): readonly Html[] {
  const names = { locale: locale.name }
  const back = returnTo === null ? '' : `?${new URLSearchParams({ return: returnTo })}`
  const at = href(addresses.signInPasskey, names)
  const passkey = html`<div class="passkey" data-island="passkey" data-at="${at}" data-back="${returnTo ?? ''}" data-failed="${say('sign-in-passkey-failed')}"><button class="button" type="button" hidden>${say('sign-in-passkey')}</button><p class="hint">${say('passkey-needs-script')}</p><p class="problem" role="alert" hidden></p></div>`
  if (provider === null) return [passkey]
  const leads = href(addresses.signInProvider, names) + back
  return [
    passkey,
    html`<p><a class="button" href="${leads}">${say('sign-in-provider', { provider })}</a></p>`,
  ]
}

const hiddenReturn = (returnTo: string | null): Html | '' =>
  returnTo === null ? '' : html`<input type="hidden" name="return" value="${returnTo}">`
