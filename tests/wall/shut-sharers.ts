import assert from 'node:assert/strict'
import { inviteToHousehold, openGift, takeSeat } from '#access'
import { newToken } from '#accounts'
import { digestOf } from '#ground/digest'
import { newId } from '#ground/ids'
import { type Headers, paid, type Reader, type Wall } from './reader-at.ts'

/** Those to whom somebody else's plan or gift opens nothing of the story: any more, or at all. */
export async function sharers(
  wall: Wall,
  reader: Reader,
): Promise<Readonly<Record<string, Headers>>> {
  const { goldId, otherId } = wall
  const giver = (await reader('giver')).id
  return {
    'a reader whose seat was taken away': await seated(wall, reader, goldId, removeSeat),
    'a reader in a household with another plan': await seated(wall, reader, otherId),
    'a reader whose household has ended': await seated(wall, reader, goldId, endPlan),
    'a browser whose gift has expired': await claimed(wall, giver, { keptFor: -1 }),
    'a browser with a gift that was used up': await spent(wall, giver),
    'a browser with a gift of another story': await claimed(wall, giver, {
      storyId: wall.elsewhere.storyId,
    }),
    'a browser with a claim that nobody made': { cookie: `gift=${newToken()}` },
  }
}

interface Seated {
  readonly ownerId: string
  readonly seatId: string
}

async function seated(
  wall: Wall,
  reader: Reader,
  planId: string,
  then: (wall: Wall, seat: Seated) => Promise<void> = async () => {},
): Promise<Headers> {
  const { stand, at } = wall
  const { access } = stand
  const name = `${planId.slice(-6)}-${then.name}`.toLowerCase()
  const owner = await reader(`owner-${name}`)
  await access.subscriptions.tell({ readerId: owner.id, planId }, paid(name, at))
  const invited = await inviteToHousehold(access, { ownerId: owner.id, label: 'Mum' })
  assert.ok(invited.ok)
  const { id, headers } = await reader(`seat-${name}`)
  const { seat, token } = invited.value
  assert.ok((await takeSeat(access, { readerId: id, token })).ok)
  await then(wall, { ownerId: owner.id, seatId: seat.id })
  return headers
}

async function removeSeat({ stand, at }: Wall, { ownerId, seatId }: Seated): Promise<void> {
  assert.ok(await stand.access.households.remove(ownerId, seatId, at))
}

/** The owner lets go of what they had, at once. */
async function endPlan({ stand, at, goldId }: Wall, { ownerId }: Seated): Promise<void> {
  await stand.access.subscriptions.tell(
    { readerId: ownerId, planId: goldId },
    { kind: 'withdraw', at },
  )
}

interface Claim {
  readonly storyId?: string
  /** In hours. */
  readonly keptFor?: number
}

/** A browser without an account that opened a gift. */
async function claimed(
  { stand, at, story }: Wall,
  giverId: string,
  { storyId = story.id, keptFor = 24 }: Claim,
): Promise<Headers> {
  const { gifts } = stand.access
  const [token, claim] = [newToken(), newToken()]
  const made = { madeAt: at.subtract({ hours: 48 }), until: at.add({ hours: 24 }) }
  const gift = { id: newId(), giverId, storyId, openings: 1, opened: 0, ...made }
  assert.ok(await gifts.add(gift, digestOf(token), { most: 99, since: made.madeAt }))
  const keeps = at.add({ hours: keptFor })
  assert.ok((await gifts.open(digestOf(token), { claim: digestOf(claim) }, { at, keeps })).ok)
  return { cookie: `gift=${claim}` }
}

/** They come with the token of the link itself, after the others. */
async function spent({ stand, at, story }: Wall, giverId: string): Promise<Headers> {
  const { access } = stand
  const token = newToken()
  const made = { madeAt: at, until: at.add({ hours: 24 }) }
  const gift = { id: newId(), giverId, storyId: story.id, openings: 1, opened: 0, ...made }
  assert.ok(await access.gifts.add(gift, digestOf(token), { most: 99, since: at }))
  assert.ok((await openGift(access, { token, readerId: null })).ok)
  const late = await openGift(access, { token, readerId: null })
  assert.deepEqual(late, { ok: false, reason: 'used-up' })
  return { cookie: `gift=${token}` }
}
