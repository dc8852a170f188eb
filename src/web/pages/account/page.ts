import { html } from 'hono/html'
import { mayCurate, type Passkey, type Session } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { deed, doneWords, field } from '../../components/form.ts'
import { type Part, plainBody } from '../../components/plain.ts'
import type { Locale } from '../../languages/locales.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import type { SignedIn } from '../../visit.ts'
import { ownLinks } from '../mine/own-links.ts'
import { devicesOf } from './devices-part.ts'
import type { NotAsked } from './household-part.ts'
import { passkeysOf } from './passkeys-part.ts'

export interface AccountPage {
  readonly stand: string
  readonly signedIn: SignedIn
  readonly sessions: readonly Session[]
  readonly passkeys: readonly Passkey[]
  readonly locales: readonly Locale[]
  /** In which the days are counted. */
  readonly zone: string
  /** What they have of plans comes first; then what they paid, and what they share and gave away. */
  readonly plan: readonly Part[]
  /** With what they can sign in beside mail and passkeys. */
  readonly providers: readonly Part[]
  readonly notInvited?: NotAsked
  readonly done: 'saved' | 'address' | null
  /** What was typed as a new address, and what is wrong with it. */
  readonly newAddress?: { readonly typed: string; readonly error: string }
}

/** Everything that a reader can see and change about themselves. */
export function accountSheet(tongue: Tongue, page: AccountPage): Sheet {
  const { say, locale } = tongue
  const { reader } = page.signedIn
  const names = { locale: locale.name }
  const words = { saved: 'account-saved', address: 'account-address-done' } as const
  const { address } = reader
  const done = page.done === null ? undefined : doneWords(say(words[page.done], { address }))
  // First what somebody may be in a hurry to stop; the rest of it further down.
  const [plan, ...more] = page.plan
  const parts: Part[] = [
    ...(plan === undefined ? [] : [plan]),
    {
      title: say('account-you'),
      says: [profileForm(tongue, page), deed(href(addresses.signOut, names), say('log-out'))],
    },
    { title: say('mine-own'), says: [ownPages(tongue)] },
    ...deskPart(tongue, page),
    ...more,
    { title: say('sign-in-address'), says: addressWords(tongue, page) },
    { title: say('passkeys'), says: passkeysOf(tongue, page) },
    ...page.providers,
    { title: say('devices'), says: devicesOf(tongue, page) },
    {
      title: say('data-title'),
      says: [
        say('data-intro', { stand: page.stand }),
        html`<p><a class="button" href="${href(addresses.accountData, names)}" download>${say('data-get')}</a></p>`,
        html`<p><a href="${href(addresses.accountDelete, names)}">${say('delete-title')}</a></p>`,
      ],
    },
  ]
  const intro = say('account-intro', { address })
  return {
    title: say('account'),
    path: href(addresses.account, names),
    unlisted: true,
    kind: 'plain',
    body: plainBody({ title: say('account'), intro, done, parts }),
  }
}

/** What they follow, saved, listed, queued and opened. */
function ownPages(tongue: Tongue): Html {
  const mine = href(addresses.mine, { locale: tongue.locale.name })
  const links = [{ to: mine, named: tongue.say('nav-mine') }, ...ownLinks(tongue)]
  return html`<ul>${links.map(({ to, named }) => html`<li><a class="onward" href="${to}">${named}</a></li>`)}</ul>`
}

/** For whoever chooses stories for the stand: the way to their desk. */
function deskPart({ say }: Tongue, { signedIn }: AccountPage): readonly Part[] {
  if (!mayCurate(signedIn.roles)) return []
  const at = href(addresses.deskCollections, {})
  const link = html`<p><a class="onward" href="${at}">${say('collections-title')}</a></p>`
  return [{ title: say('desk'), says: [say('desk-intro'), link] }]
}

function profileForm({ say, locale }: Tongue, { signedIn, locales }: AccountPage): Html {
  const { reader } = signedIn
  const name = field({
    name: 'name',
    label: say('account-name'),
    value: reader.name,
    more: html`autocomplete="name" maxlength="80" dir="auto"`,
  })
  const options = locales.map(
    (one) =>
      html`<option value="${one.name}" lang="${one.name}" ${one.name === reader.locale ? 'selected' : ''}>${one.ownName}</option>`,
  )
  const language = html`<div class="field"><label for="field-locale">${say('account-language')}</label><select id="field-locale" name="locale">${options}</select></div>`
  const at = href(addresses.accountProfile, { locale: locale.name })
  return html`<form class="form" method="post" action="${at}">${name}${language}<button class="button">${say('account-save')}</button></form>`
}

function addressWords({ say, locale }: Tongue, page: AccountPage): readonly (Html | string)[] {
  const { address } = page.signedIn.reader
  const { newAddress } = page
  const typed = field({
    name: 'address',
    label: say('account-address-new'),
    value: newAddress?.typed ?? '',
    error: newAddress?.error,
    more: html`type="email" autocomplete="email" required dir="ltr"`,
  })
  const at = href(addresses.accountAddress, { locale: locale.name })
  return [
    say('account-address-intro', { address }),
    html`<form class="form" method="post" action="${at}">${typed}<button class="button">${say('account-address-send')}</button></form>`,
  ]
}
