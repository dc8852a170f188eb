import { html } from 'hono/html'
import type { Session } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { deed } from '../../components/form.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { AccountPage } from './page.ts'

/** Every browser that is signed in: which it is, since when, and a way to end it. */
export function devicesOf(
  tongue: Tongue,
  { sessions, signedIn, zone }: AccountPage,
): readonly Html[] {
  const { say, locale } = tongue
  const at = href(addresses.accountDevices, { locale: locale.name })
  const day = (moment: Temporal.Instant) =>
    tongue.date(moment.toZonedDateTimeISO(zone).toPlainDate())
  const items = sessions.map((session) => {
    const times = say('device-times', { began: day(session.beganAt), used: day(session.usedAt) })
    const here = session.id === signedIn.session.id
    const end = here
      ? html`<p class="about">${say('device-here')}</p>`
      : deed(at, say('log-out'), { end: session.id })
    return html`<li><strong>${deviceName(tongue, session)}</strong><span class="about">${times}</span>${end}</li>`
  })
  const list = html`<ul class="owned">${items}</ul>`
  if (sessions.length < 2) return [list]
  return [list, deed(at, say('device-end-others'), { end: 'others' })]
}

function deviceName({ say }: Tongue, { device: { browser, system } }: Session): string {
  if (browser !== '' && system !== '') return say('device-named', { browser, system })
  return browser || system || say('device-unknown')
}
