import assert from 'node:assert/strict'
import type { Grant, SubscriptionEvent } from '#access'
import { removeReader } from '#accounts'
import { type Headers, paid, type Reader, readersAt, voucherOf, type Wall } from './reader-at.ts'
import { sharers } from './shut-sharers.ts'

/**
 * Everybody with an account that is not enough: what they had has ended, was paid back or taken
 * away, or opens something else.
 */
export async function shutReaders(wall: Wall): Promise<Readonly<Record<string, Headers>>> {
  const { at, elsewhere } = wall
  const reader = readersAt(wall)
  const before = (days: number) => at.subtract({ hours: days * 24 })
  const other = { kind: 'editor', publicationId: elsewhere.publicationId } as const
  const publisher = { kind: 'publisher', publicationId: elsewhere.publicationId } as const
  const tell = tellsOf(wall, reader)
  return {
    'a reader without a plan, whose meter is spent': (await reader('none')).headers,
    'a reader whose trial is over': await tell('trial', [
      { kind: 'trial', at: before(20), until: before(6) },
    ]),
    'a reader whose voucher has run out': await tell('lapsed', [voucherOf(before(90), 1)]),
    'a reader whose term was not paid again': await tell('unpaid', [paid('unpaid', before(60))]),
    'a reader whose money was paid back': await tell('refunded', [
      paid('back', before(2), before(1)),
    ]),
    'a reader who withdrew from what they bought': await tell('withdrew', [
      paid('withdrawn', before(3)),
      { kind: 'withdraw', at: before(1) },
    ]),
    'a reader with another plan': await tell('other', [voucherOf(before(1), 12)], wall.otherId),
    'a reader whose edition was paid back': await refundedEdition(wall, reader),
    'a reader who bought another edition': await granted(wall, reader, 'edition', {
      ...{ opens: { what: 'edition', id: elsewhere.editionId }, since: before(1), until: null },
    }),
    'a reader whose gift has expired': await granted(wall, reader, 'gift', {
      opens: { what: 'story', id: wall.story.id },
      ...{ since: before(2), until: at },
    }),
    'a reader whose hand-given right has ended': await granted(wall, reader, 'given', {
      ...{ opens: { what: 'stand' }, since: before(2), until: at },
    }),
    'a reader whose right begins tomorrow': await granted(wall, reader, 'given', {
      ...{ opens: { what: 'stand' }, since: at.add({ hours: 24 }), until: null },
    }),
    'an editor of another publication': (await reader('editor', other)).headers,
    'a publisher of another publication': (await reader('publisher', publisher)).headers,
    'a former editor': await formerEditor(wall, reader),
    'a reader who signed out': await signedOut(wall, reader),
    'a reader who deleted their account': await deleted(wall, reader),
    ...(await sharers(wall, reader)),
  }
}

function tellsOf({ stand, goldId }: Wall, reader: Reader) {
  return async (name: string, events: readonly SubscriptionEvent[], planId = goldId) => {
    const { id, headers } = await reader(name)
    for (const event of events) {
      await stand.access.subscriptions.tell({ readerId: id, planId }, event)
    }
    return headers
  }
}

async function refundedEdition({ stand, at, story }: Wall, reader: Reader): Promise<Headers> {
  const { id, headers } = await reader('edition-refunded')
  const { shop } = stand.access
  assert.ok(shop !== null)
  const paidAt = at.subtract({ hours: 48 })
  const payment = { key: 'edition', paidAt, amount: { minor: 299, currency: 'EUR' } }
  const bought = { readerId: id, editionId: story.editionId, label: 'The Tide', consent: null }
  for (const [refunded, refundedAt] of [[0, null] as const, [299, at] as const]) {
    await shop.purchases.see({ ...bought, payment: { ...payment, refunded, refundedAt } }, at)
  }
  return headers
}

async function granted(
  { stand, at }: Wall,
  reader: Reader,
  from: Grant['from'],
  right: Pick<Grant, 'opens' | 'since' | 'until'>,
): Promise<Headers> {
  const { id, headers } = await reader(`${from}-${right.since.epochMilliseconds}`)
  await stand.access.grants.give({ key: `wall ${id}`, readerId: id, from, note: '', ...right }, at)
  return headers
}

async function formerEditor({ stand, story }: Wall, reader: Reader): Promise<Headers> {
  const role = { kind: 'editor', publicationId: story.publicationId } as const
  const { id, headers } = await reader('former-editor', role)
  assert.ok(await stand.accounts.readers.takeRole(id, role))
  return headers
}

/** The cookie is still there, and the plan as well: only the session is not. */
async function signedOut({ stand, at, goldId }: Wall, reader: Reader): Promise<Headers> {
  const { id, headers } = await reader('out')
  await stand.access.subscriptions.tell({ readerId: id, planId: goldId }, voucherOf(at, 12))
  await stand.accounts.sessions.endOthers(id, null)
  return headers
}

async function deleted({ stand, at, goldId }: Wall, reader: Reader): Promise<Headers> {
  const { id, headers } = await reader('deleted')
  await stand.access.subscriptions.tell({ readerId: id, planId: goldId }, voucherOf(at, 12))
  const known = await stand.accounts.readers.byId(id)
  assert.ok(known !== null)
  assert.ok(await removeReader(stand.accounts, known))
  return headers
}
