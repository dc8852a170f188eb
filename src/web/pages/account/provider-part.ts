import { html } from 'hono/html'
import type { Identity } from '#accounts'
import { addresses, href } from '../../addresses.ts'
import { deed, doneWords } from '../../components/form.ts'
import type { Part } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { dayOf } from '../plans/day-of.ts'

interface Told {
  readonly readerId: string
  /** What the query of the address says. */
  readonly done: string | undefined
  /** Why the provider was not connected. */
  readonly problem: string | undefined
}

/** The services that a reader can log in with beside mail, and the one that they could connect. */
export async function providerPart(
  needs: PageNeeds,
  tongue: Tongue,
  { readerId, done, problem }: Told,
): Promise<readonly Part[]> {
  const { identities, provider } = needs.accounts
  const theirs = await identities.of(readerId)
  const isOff = done === 'provider-off'
  if (provider === null && theirs.length === 0 && !isOff) return []
  const { say, locale } = tongue
  const at = href(addresses.accountProvider, { locale: locale.name })
  const name = { provider: provider?.name ?? '' }
  const isConnected = theirs.some(({ issuer }) => URL.parse(issuer)?.href === provider?.issuer.href)
  return [
    {
      title: say('providers'),
      says: [
        done === 'provider-on' && isConnected ? doneWords(say('provider-on', name)) : '',
        isOff ? doneWords(say('provider-off')) : '',
        problem === undefined ? '' : html`<p class="problem" id="done" role="alert">${problem}</p>`,
        theirs.length > 0
          ? html`<ul class="owned">${theirs.map((one) => itemOf(needs, tongue, at, one))}</ul>`
          : '',
        ...(provider === null || isConnected
          ? []
          : [say('provider-intro', name), deed(at, say('provider-connect', name), { do: 'on' })]),
      ],
    },
  ]
}

function itemOf(
  needs: PageNeeds,
  { say, date }: Tongue,
  at: string,
  { issuer, subject, addedAt, usedAt }: Identity,
): Html {
  const { provider } = needs.accounts
  const isPresent = URL.parse(issuer)?.href === provider?.issuer.href
  // One that the operator has replaced since has no name any more.
  const name = (isPresent ? provider?.name : URL.parse(issuer)?.host) ?? issuer
  const times = { date: date(dayOf(needs, addedAt)), used: date(dayOf(needs, usedAt)) }
  const off = deed(at, say('provider-disconnect', { provider: name }), {
    ...{ do: 'off', issuer, subject },
  })
  return html`<li><strong><bdi>${name}</bdi></strong><span class="about">${say('provider-times', times)}</span>${off}</li>`
}
