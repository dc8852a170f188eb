import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  admit,
  claimDigest,
  giftAllowance,
  giftRules,
  giveStory,
  inviteToHousehold,
  openGift,
  takeSeat,
  whyGiftIsShut,
} from '#access'
import { digestOf } from '#ground/digest'
import { newId } from '#ground/ids'
import type { Database } from '../database.ts'
import { storyReader } from '../stories.ts'
import { addTide, draftOf, noon, takeIn } from '../tide.fixture.ts'
import { giftBook } from './gifts.ts'
import { grantBook } from './grants.ts'
import { householdBook } from './households.ts'
import { meterBook, strangersMeterBook } from './meters.ts'
import { planBook } from './plans.ts'
import { rightsReader } from './rights.ts'

const later = noon.add({ hours: 24 * 30 })

/** What households and gifts promise, kept by every engine. */
export function sharingContract(engine: string, open: () => Promise<Database>) {
  const give = async (database: Database, readerId: string, seats = 5) => {
    const plans = planBook(database)
    const draft = { name: `GOLD ${seats}`, scope: { what: 'stand' }, trialDays: 0, seats } as const
    const plan = (await plans.byName(draft.name)) ?? (await plans.add(draft, noon))
    const id = 'ok' in plan ? (plan.ok ? plan.value.id : '') : plan.id
    const opens = { what: 'plan', id } as const
    const key = `term:${readerId}`
    const span = { since: noon, until: later, note: '' }
    await grantBook(database).give({ key, readerId, from: 'plan', opens, ...span }, noon)
  }
  const withHousehold = (database: Database) => {
    const needs = { households: householdBook(database), clock: () => noon }
    return {
      needs,
      invite: async (ownerId = 'ana') => {
        const invited = await inviteToHousehold(needs, { ownerId, label: 'Mum' })
        return invited.ok ? invited.value.token : invited.reason
      },
      take: async (readerId: string, token: string) => {
        const taken = await takeSeat(needs, { readerId, token })
        return taken.ok ? 'seated' : taken.reason
      },
      reads: async (readerId: string) => {
        const rights = await rightsReader(database).of(readerId, 'any', noon)
        const wide = await rightsReader(database).wide(readerId, noon)
        assert.deepEqual(
          new Set(wide.map(({ from }) => from)),
          new Set(rights.map(({ from }) => from)),
        )
        return rights.map(({ from }) => from)
      },
    }
  }

  describe(`households on ${engine}`, { timeout: 60_000 }, () => {
    it('read what their owner pays for, and stop the moment they lose the seat', async () => {
      await using database = await open()
      await give(database, 'ana')
      const { needs, invite, take, reads } = withHousehold(database)
      assert.equal(await take('bo', await invite()), 'seated')
      assert.deepEqual(await reads('bo'), ['household'])
      const [seat] = (await needs.households.of('ana', noon)).seats
      assert.ok(seat)
      assert.equal(await needs.households.remove('cy', seat.id, noon), false)
      assert.equal(await needs.households.remove('ana', seat.id, noon), true)
      assert.deepEqual(await reads('bo'), [])
      assert.deepEqual((await needs.households.of('ana', noon)).seats, [])
    })

    it('are left as easily as they are joined', async () => {
      await using database = await open()
      await give(database, 'ana')
      const { needs, invite, take, reads } = withHousehold(database)
      await take('bo', await invite())
      assert.equal((await needs.households.seatOf('bo'))?.ownerId, 'ana')
      assert.equal(await needs.households.leave('bo', noon), true)
      assert.deepEqual([await reads('bo'), await needs.households.seatOf('bo')], [[], null])
      assert.equal(await take('bo', await invite()), 'seated')
    })

    it('seat five of two hundred who come at once', async () => {
      await using database = await open()
      await give(database, 'ana')
      const { needs, take } = withHousehold(database)
      const tokens = Array.from({ length: 200 }, (_, number) => `${number}`.padStart(43, 'x'))
      for (const token of tokens) {
        const seat = { id: newId(), ownerId: 'ana', label: 'x', invitedUntil: later, takenAt: null }
        assert.ok((await needs.households.invite(seat, digestOf(token), noon, 999)).ok)
      }
      const came = await Promise.all(tokens.map((token, one) => take(`reader ${one}`, token)))
      assert.equal(came.filter((end) => end === 'seated').length, 5)
      assert.equal(came.filter((end) => end === 'full').length, 195)
      const household = await needs.households.of('ana', noon)
      const [taken] = household.seats.filter(({ takenAt }) => takenAt !== null)
      assert.ok(taken)
      await needs.households.remove('ana', taken.id, noon)
      const next = tokens.find((_, one) => came[one] === 'full') ?? ''
      assert.equal(await take('late', next), 'seated')
    })

    it('give an invitation to one, in time, and not to who has a seat', async () => {
      await using database = await open()
      await give(database, 'ana')
      await give(database, 'dee')
      const { needs, invite, take } = withHousehold(database)
      const token = await invite()
      assert.equal(await take('ana', token), 'own-household')
      assert.equal(await take('bo', token), 'seated')
      assert.equal(await take('cy', token), 'used')
      assert.equal(await take('bo', await invite('dee')), 'has-seat')
      assert.equal(await take('cy', 'guessed'), 'unknown')
      const late = { ...needs, clock: () => noon.add({ hours: 24 * 7 }) }
      const last = await invite()
      const taken = await takeSeat(late, { readerId: 'cy', token: last })
      assert.deepEqual(taken, { ok: false, reason: 'expired' })
    })

    it('need a plan with seats, and a name for the seat', async () => {
      await using database = await open()
      const { needs, invite } = withHousehold(database)
      assert.equal(await invite(), 'no-household')
      await give(database, 'ana', 1)
      const { take } = withHousehold(database)
      const nameless = await inviteToHousehold(needs, { ownerId: 'ana', label: ' ' })
      assert.deepEqual(nameless, { ok: false, reason: 'bad-label' })
      await take('bo', await invite())
      assert.equal(await invite(), 'full')
    })

    it('do not pass on what the owner got without paying', async () => {
      await using database = await open()
      await give(database, 'ana')
      const { invite, take, reads } = withHousehold(database)
      await take('bo', await invite())
      const given = { key: 'g', readerId: 'ana', from: 'given', note: '' } as const
      const opens = { what: 'stand' } as const
      await grantBook(database).give({ ...given, opens, since: noon, until: null }, noon)
      assert.deepEqual(await reads('bo'), ['household'])
      const token = await invite('bo')
      assert.equal(token, 'no-household')
    })
  })

  describe(`gifts on ${engine}`, { timeout: 60_000 }, () => {
    const withStory = async (database: Database) => {
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a')])
      const [card] = await storyReader(database).latestOf(tide.id, 1)
      const names = {
        publication: 'tide',
        edition: card?.editionSlug ?? '',
        story: card?.slug ?? '',
      }
      const story = await storyReader(database).byAddress(names)
      assert.ok(story !== null && story !== 'withdrawn')
      await give(database, 'ana')
      const rights = rightsReader(database)
      const needs = { gifts: giftBook(database), rights, zone: 'UTC', clock: () => noon }
      const opens = async (viewer: Parameters<typeof admit>[2]['viewer'], clock = () => noon) => {
        const rules = { readers: 0, strangers: 0, zone: 'UTC', key: Buffer.from('k') }
        const meters = { meter: meterBook(database), strangersMeter: strangersMeterBook(database) }
        const asked = { viewer, counts: false }
        return (await admit({ rights, ...meters, rules, clock }, story, asked)).verdict.because
      }
      return {
        story,
        place: names,
        needs,
        opens,
        give: () => giveStory(needs, { readerId: 'ana', story }),
      }
    }

    it('open their story to who has the link, and nothing else', async () => {
      await using database = await open()
      const { story, needs, opens, give: make } = await withStory(database)
      const given = await make()
      assert.ok(given.ok)
      const { token } = given.value
      const opened = await openGift(needs, { token, readerId: 'bo' })
      assert.deepEqual(opened, { ok: true, value: { storyId: story.id, claim: null } })
      const bo = { kind: 'reader', readerId: 'bo', staffOf: [] } as const
      assert.equal(await opens(bo), 'gift')
      const rights = await rightsReader(database).of('bo', story.publicationId, noon)
      assert.deepEqual(rights[0]?.opens, { what: 'story', id: story.id })
    })

    it('leave a day of reading in a browser without an account', async () => {
      await using database = await open()
      const { needs, opens, give: make } = await withStory(database)
      const given = await make()
      assert.ok(given.ok)
      const opened = await openGift(needs, { token: given.value.token, readerId: null })
      assert.ok(opened.ok && opened.value.claim)
      const claims = [claimDigest(opened.value.claim) ?? '']
      assert.equal(await opens({ kind: 'stranger', claims }), 'gift')
      assert.equal(await opens({ kind: 'stranger', claims: ['guessed'] }), 'plan-needed')
      const tomorrow = () => noon.add({ hours: 24 })
      assert.equal(await opens({ kind: 'stranger', claims }, tomorrow), 'plan-needed')
      await needs.gifts.forgetBefore(noon.add({ hours: 24 }))
      assert.equal(await opens({ kind: 'stranger', claims }), 'plan-needed')
    })

    it('are opened so many times, also by all at once, and not twice by one', async () => {
      await using database = await open()
      const { needs, give: make } = await withStory(database)
      const given = await make()
      assert.ok(given.ok)
      const { token, gift } = given.value
      const tries = Array.from({ length: 30 }, (_, one) =>
        openGift(needs, { token, readerId: `reader ${one % 15}` }),
      )
      const done = await Promise.all(tries)
      assert.equal(done.filter(({ ok }) => ok).length, 2 * giftRules.openings)
      const over = done.filter((one) => !one.ok && one.reason === 'used-up').length
      assert.equal(over, 30 - 2 * giftRules.openings)
      assert.equal((await needs.gifts.of('ana', noon))[0]?.opened, gift.openings)
      const first = done.findIndex(({ ok }) => ok)
      const whyFor = (readerId: string | null) => whyGiftIsShut(needs, { token, readerId })
      assert.deepEqual(
        [await whyFor(`reader ${first % 15}`), await whyFor('another'), await whyFor(null)],
        [null, 'used-up', 'used-up'],
      )
    })

    it('end with their time, and when the giver says so', async () => {
      await using database = await open()
      const { story, place, needs, give: make } = await withStory(database)
      const [one, other] = [await make(), await make()]
      assert.ok(one.ok && other.ok)
      const late = { ...needs, clock: () => noon.add(giftRules.lasts) }
      const readerId = 'bo'
      const tooLate = await openGift(late, { token: one.value.token, readerId })
      assert.deepEqual(tooLate, { ok: false, reason: 'expired' })
      const looked = { token: one.value.token, readerId }
      assert.equal(await whyGiftIsShut(late, looked), 'expired')
      assert.equal(await whyGiftIsShut(needs, looked), null)
      const { id } = other.value.gift
      const mine = async (at = noon) => (await needs.gifts.of('ana', at)).map((gift) => gift.id)
      assert.deepEqual(await mine(), [one.value.gift.id, id].sort().reverse())
      assert.equal(await needs.gifts.end('cy', id, noon), false)
      assert.equal(await needs.gifts.end('ana', id, noon), true)
      assert.equal(await needs.gifts.end('ana', id, noon), false)
      assert.deepEqual(await mine(), [one.value.gift.id])
      assert.deepEqual(await mine(noon.add(giftRules.lasts)), [])
      assert.deepEqual(await needs.gifts.of('cy', noon), [])
      const [given] = await needs.gifts.of('ana', noon)
      assert.deepEqual([given?.headline, given?.place], [story.headline, place])
      const ended = await openGift(needs, { token: other.value.token, readerId })
      assert.deepEqual(ended, { ok: false, reason: 'ended' })
      const guessed = await openGift(needs, { token: 'guessed', readerId })
      assert.deepEqual(guessed, { ok: false, reason: 'unknown' })
    })

    it('are as many a month as their giver can see, though made at once', async () => {
      await using database = await open()
      const { needs, give: make } = await withStory(database)
      const made = await Promise.all(Array.from({ length: giftRules.links + 3 }, make))
      assert.equal(made.filter(({ ok }) => ok).length, giftRules.links)
      const { links: allowed } = giftRules
      assert.deepEqual(await giftAllowance(needs, 'ana'), { used: allowed, allowed })
      const may = { ...needs, clock: () => Temporal.Instant.from('2031-05-01T00:00:00Z') }
      assert.deepEqual(await giftAllowance(may, 'ana'), { used: 0, allowed })
    })

    it('are given by who pays for the story, or for whom somebody does', async () => {
      await using database = await open()
      const { story, needs } = await withStory(database)
      const by = async (readerId: string) => {
        const given = await giveStory(needs, { readerId, story })
        return given.ok ? 'given' : given.reason
      }
      assert.equal(await by('bo'), 'not-a-subscriber')
      const { invite, take } = withHousehold(database)
      await take('bo', await invite())
      assert.equal(await by('bo'), 'given')
      const free = await giveStory(needs, { readerId: 'ana', story: { ...story, door: 'open' } })
      assert.deepEqual(free, { ok: false, reason: 'open-to-all' })
    })
  })
}
