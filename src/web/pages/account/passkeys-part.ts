import { html } from 'hono/html'
import type { Passkey } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { AccountPage } from './page.ts'

/** The reader's passkeys, each with its name, and a button that adds one where a browser can. */
export function passkeysOf(tongue: Tongue, page: AccountPage): readonly (Html | string)[] {
  const { say, locale } = tongue
  const at = href(addresses.accountPasskeys, { locale: locale.name })
  const items = page.passkeys.map((passkey, index) => itemOf(tongue, page, passkey, index))
  return [
    say('passkeys-intro'),
    items.length > 0 ? html`<ul class="owned">${items}</ul>` : '',
    html`<div class="passkey" data-island="passkey" data-adds="yes" data-at="${at}" data-failed="${say('passkey-not-added')}"><button class="button" type="button" hidden>${say('passkey-add')}</button><p class="hint">${say('passkey-needs-script')}</p><p class="problem" role="alert" hidden></p></div>`,
  ]
}

function itemOf(
  tongue: Tongue,
  { zone }: AccountPage,
  { id, name, addedAt, usedAt }: Passkey,
  index: number,
): Html {
  const { say, locale } = tongue
  const at = href(addresses.accountPasskey, { locale: locale.name })
  const day = (moment: Temporal.Instant) =>
    tongue.date(moment.toZonedDateTimeISO(zone).toPlainDate())
  const date = day(addedAt)
  const about =
    usedAt === null
      ? say('passkey-unused', { date })
      : say('passkey-used', { date, used: day(usedAt) })
  const label = `passkey-${index}`
  return html`<li><form class="beside" method="post" action="${at}"><input type="hidden" name="id" value="${id}"><div class="field"><label for="${label}">${say('passkey-name')}</label><input id="${label}" name="name" value="${name}" maxlength="80" dir="auto"></div><button class="button" name="do" value="rename">${say('passkey-rename')}</button><button class="button" name="do" value="remove">${say('passkey-remove')}</button></form><span class="about">${about}</span></li>`
}
