import { html } from 'hono/html'
import { longestLabel, type NotInvited, type Seat } from '#access'
import { addresses, href } from '../../addresses.ts'
import { deed, field } from '../../components/form.ts'
import type { Part } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Html } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { dayOf } from '../plans/day-of.ts'

/** What was typed to invite somebody, and why it is no invitation. */
export interface NotAsked {
  readonly typed: string
  readonly fault: NotInvited
}

/**
 * The seats that a reader can give, and the one that they were given. Who sits where is a name that
 * the owner chose; what anybody reads is not here.
 */
export async function householdParts(
  needs: PageNeeds,
  tongue: Tongue,
  readerId: string,
  wrong?: NotAsked,
): Promise<readonly Part[]> {
  const { access, clock } = needs
  const [household, own] = await Promise.all([
    access.households.of(readerId, clock()),
    access.households.seatOf(readerId),
  ])
  const { allowed, seats } = household
  if (allowed === 0 && seats.length === 0 && own === null) return []
  const { say, locale } = tongue
  const at = href(addresses.household, { locale: locale.name })
  const member =
    own === null ? [] : [say('household-member'), deed(at, say('household-leave'), { do: 'leave' })]
  const shared =
    allowed === 0 && seats.length === 0
      ? []
      : [
          say('household-intro'),
          say('household-seats', { used: seats.length, allowed }),
          html`<ul class="owned">${seats.map((seat) => seatOf(needs, tongue, at, seat))}</ul>`,
          seats.length < allowed || wrong !== undefined ? inviteForm(tongue, at, wrong) : '',
        ]
  return [{ title: say('household'), says: [...member, ...shared] }]
}

function seatOf(needs: PageNeeds, tongue: Tongue, at: string, seat: Seat): Html {
  const { say, date } = tongue
  const { id, label, takenAt, invitedUntil } = seat
  const said =
    takenAt === null
      ? say('household-invited', { label, date: date(dayOf(needs, invitedUntil)) })
      : say('household-taken', { label, date: date(dayOf(needs, takenAt)) })
  return html`<li><p>${said}</p>${deed(at, say('household-remove', { label }), { do: 'remove', seat: id })}</li>`
}

function inviteForm({ say }: Tongue, at: string, wrong?: NotAsked): Html {
  const label = field({
    name: 'label',
    label: say('household-label'),
    value: wrong?.typed ?? '',
    error: wrong && say(`household-${wrong.fault}`),
    hint: say('household-label-hint'),
    more: html`required maxlength="${longestLabel}" autocomplete="off" dir="auto"`,
  })
  return html`<form class="form" method="post" action="${at}"><input type="hidden" name="do" value="invite">${label}<button class="button">${say('household-invite')}</button></form>`
}
