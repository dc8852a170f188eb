import assert from 'node:assert/strict'
import { inviteToHousehold, type SubscriptionEvent, takeSeat } from '#access'
import { askSignIn, mailIn, type Role, useCode } from '#accounts'
import { undescribed } from '#catalogue'
import type { Stand } from '../src/assemble.ts'

type Headers = Readonly<Record<string, string>>

/** Signs somebody in at an assembled stand; gives their id and the cookie of their browser. */
export async function signInAt(stand: Stand, name: string, at: Temporal.Instant) {
  const { accounts } = stand
  const asker = { browserSecret: null, askedFrom: '203.0.113.7', locale: 'en' }
  const linkTo = (token: string) => new URL(`http://localhost:3000/en/sign-in/link/${token}`)
  const address = `${name}@saltmere.example`
  const asked = await askSignIn(accounts, { ...asker, address, returnTo: '/', linkTo })
  assert.ok(asked.ok)
  const [taken] = await accounts.mails.take(at, at.add({ hours: 1 }), 1)
  const mail = taken && mailIn(accounts.keys, taken)
  assert.ok(taken && mail?.kind === 'sign-in')
  await accounts.mails.done(taken.id, 'sent', at)
  const { browserSecret } = asked.value
  const visitor = { ...asker, browserSecret, userAgent: '', sessionToken: null }
  const used = await useCode(accounts, mail.facts.code, visitor)
  assert.ok(used.ok)
  return { id: used.value.reader.id, headers: { cookie: `session=${used.value.token}` } }
}

export interface WallReaders {
  /** Readers with an account to whom no walled story is open, by what they are. */
  readonly shut: Readonly<Record<string, Headers>>
  /** Somebody whose plan opens everything. */
  readonly subscriber: Headers
}

interface Wall {
  readonly stand: Stand
  readonly at: Temporal.Instant
  /** The walled story, whose rest nobody of these may read. */
  readonly storyId: string
  readonly publicationId: string
}

/** Everybody with an account that is not enough: what they had has ended, or opens something else. */
export async function wallReaders(wall: Wall): Promise<WallReaders> {
  const { stand, at } = wall
  const { plans } = stand.access
  const seats = { name: 'GOLD', scope: { what: 'stand' }, trialDays: 14, seats: 5 } as const
  const gold = await plans.add(seats, at)
  const elsewhere = await otherPublication(stand)
  const narrow = { what: 'publications', ids: [elsewhere] } as const
  const other = await plans.add({ name: 'OTHER', scope: narrow, trialDays: 0, seats: 0 }, at)
  assert.ok(gold.ok && other.ok)
  const [goldId, otherId] = [gold.value.id, other.value.id]
  const reader = readersAt(wall)
  const tell = async (address: string, planId: string, event: SubscriptionEvent) => {
    const { id, headers } = await reader(address)
    await stand.access.subscriptions.tell({ readerId: id, planId }, event)
    return headers
  }
  const before = (days: number) => at.subtract({ hours: days * 24 })

  return {
    subscriber: await tell('all', goldId, voucherOf(before(1), 12)),
    shut: {
      'a reader without a plan, whose meter is spent': (await reader('none')).headers,
      'a reader whose trial is over': await tell('trial', goldId, {
        ...{ kind: 'trial', at: before(20), until: before(6) },
      }),
      'a reader whose voucher has run out': await tell('lapsed', goldId, voucherOf(before(90), 1)),
      'a reader whose money was paid back': await tell('refunded', goldId, paidBack(before(2))),
      'a reader with another plan': await tell('other', otherId, voucherOf(before(1), 12)),
      'a reader whose seat was taken away': await formerSeat(wall, reader, goldId),
      'a reader whose gift has expired': await ended(wall, reader, 'gift'),
      'a reader whose hand-given right has ended': await ended(wall, reader, 'given'),
      'somebody at another publication’s desk': (
        await reader('desk', { kind: 'editor', publicationId: elsewhere })
      ).headers,
      'a reader who signed out': await signedOut(wall, reader, goldId),
    },
  }
}

const voucherOf = (at: Temporal.Instant, months: number): SubscriptionEvent => ({
  ...{ kind: 'voucher', at, key: `voucher ${at} ${months}`, months },
})

function paidBack(at: Temporal.Instant): SubscriptionEvent {
  const amount = { minor: 999, currency: 'EUR' }
  const back = { refunded: 999, refundedAt: at.add({ hours: 1 }) }
  return { kind: 'paid', at, per: 'month', payment: { key: 'back', paidAt: at, amount, ...back } }
}

async function otherPublication({ desk }: Stand): Promise<string> {
  const said = { slug: 'watt', title: 'Watt', kind: 'magazine', language: 'en' } as const
  const more = { description: '', home: null, timeZone: 'UTC', door: 'plan' } as const
  const cut = { paragraphs: 7, words: null, share: 0.4 }
  const { publication } = await desk.publications.findOrAdd(
    { ...said, ...more, cut, ...undescribed },
    () => false,
  )
  return publication.id
}

type Reader = (name: string, role?: Role) => Promise<{ readonly id: string; headers: Headers }>

/** Signs somebody in, and spends their meter, so that a metered story is shut to them too. */
function readersAt({ stand, at }: Wall): Reader {
  const { accounts, access } = stand
  return async (name, role) => {
    const { id, headers } = await signInAt(stand, name, at)
    if (role !== undefined) await accounts.readers.giveRole(id, role, at)
    const month = at.toString().slice(0, 7)
    await access.meter.take({ readerId: id, month, storyId: 'spent' }, access.rules.readers, at)
    return { id, headers }
  }
}

async function formerSeat({ stand, at }: Wall, reader: Reader, goldId: string): Promise<Headers> {
  const { access } = stand
  const owner = await reader('owner')
  await access.subscriptions.tell({ readerId: owner.id, planId: goldId }, voucherOf(at, 12))
  const invited = await inviteToHousehold(access, { ownerId: owner.id, label: 'Mum' })
  assert.ok(invited.ok)
  const { id, headers } = await reader('seat')
  const taken = await takeSeat(access, { readerId: id, token: invited.value.token })
  assert.ok(taken.ok)
  await access.households.remove(owner.id, invited.value.seat.id, at)
  return headers
}

async function ended(
  { stand, at, storyId }: Wall,
  reader: Reader,
  from: 'gift' | 'given',
): Promise<Headers> {
  const { id, headers } = await reader(from)
  const span = { since: at.subtract({ hours: 48 }), until: at.subtract({ hours: 1 }) }
  const opens =
    from === 'gift' ? ({ what: 'story', id: storyId } as const) : { what: 'stand' as const }
  await stand.access.grants.give(
    { key: `ended ${from}`, readerId: id, from, opens, note: '', ...span },
    at,
  )
  return headers
}

/** The cookie is still there, and the plan as well: only the session is not. */
async function signedOut({ stand, at }: Wall, reader: Reader, goldId: string): Promise<Headers> {
  const { id, headers } = await reader('out')
  await stand.access.subscriptions.tell({ readerId: id, planId: goldId }, voucherOf(at, 12))
  await stand.accounts.sessions.endOthers(id, null)
  return headers
}
