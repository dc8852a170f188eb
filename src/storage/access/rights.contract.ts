import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { admit, type Opens, type PlanScope, type RestScope, scopeOf } from '#access'
import { newId } from '#ground/ids'
import type { Database } from '../database.ts'
import { pictureStories } from '../rests.ts'
import { storyReader } from '../stories.ts'
import { addTide, draftOf, noon, paragraphs, takeIn } from '../tide.fixture.ts'
import { grantBook } from './grants.ts'
import { meterBook, strangersMeterBook } from './meters.ts'
import { planBook } from './plans.ts'
import { rightsReader } from './rights.ts'

const price = { minor: 999, currency: 'EUR' }
const later = noon.add({ hours: 24 })

/** What plans, rights and meters promise, kept by every engine. */
export function rightsContract(engine: string, open: () => Promise<Database>) {
  const addPlan = async (database: Database, scope: PlanScope, name = 'GOLD') => {
    const draft = { name, scope, trialDays: 14, seats: 5 }
    const added = await planBook(database).add(draft, noon)
    assert.ok(added.ok)
    return added.value
  }
  const give = (
    database: Database,
    readerId: string,
    opens: Opens | { what: 'plan'; id: string },
  ) =>
    grantBook(database).give(
      { key: newId(), readerId, from: 'plan', opens, since: noon, until: later, note: '' },
      noon,
    )

  describe(`plans on ${engine}`, { timeout: 60_000 }, () => {
    it('are found by their name, and once only', async () => {
      await using database = await open()
      const book = planBook(database)
      const gold = await addPlan(database, { what: 'stand' })
      assert.deepEqual(await book.byName(' gold '), gold)
      const twin = { name: 'Gold', scope: { what: 'stand' }, trialDays: 0, seats: 0 } as const
      assert.deepEqual(await book.add(twin, noon), { ok: false, reason: 'taken' })
      assert.equal(await book.byName('silver'), null)
    })

    it('have one price for a period in a currency, and lose it only to another', async () => {
      await using database = await open()
      const book = planBook(database)
      const { id } = await addPlan(database, { what: 'kind', kind: 'magazine' })
      await book.setPrice(id, { per: 'month', price }, noon)
      await book.setPrice(id, { per: 'year', price: { ...price, minor: 9900 } }, noon)
      const dearer = { minor: 1099, currency: 'EUR' }
      await book.setPrice(id, { per: 'month', price: dearer }, later)
      const [plan] = await book.all()
      assert.deepEqual(plan?.scope, { what: 'kind', kind: 'magazine' })
      const minors = plan?.prices.map((one) => [one.per, one.price.minor])
      assert.deepEqual(minors, [
        ['year', 9900],
        ['month', 1099],
      ])
    })

    it('stay in the list when they are retired', async () => {
      await using database = await open()
      const book = planBook(database)
      const { id } = await addPlan(database, { what: 'stand' })
      assert.equal(await book.retire(id, later), true)
      assert.equal(await book.retire(id, later), false)
      const [plan] = await book.all()
      assert.ok(plan?.retiredAt?.equals(later))
    })
  })

  describe(`rights on ${engine}`, { timeout: 60_000 }, () => {
    it('are told as they bear on a publication', async () => {
      await using database = await open()
      const { id: tide } = await addTide(database)
      const scopes: readonly [PlanScope, string][] = [
        [{ what: 'stand' }, 'stand'],
        [{ what: 'kind', kind: 'newspaper' }, `publication ${tide}`],
        [{ what: 'kind', kind: 'magazine' }, ''],
        [{ what: 'publications', ids: [tide] }, `publication ${tide}`],
      ]
      for (const [index, [scope, expected]] of scopes.entries()) {
        const plan = await addPlan(database, scope, `PLAN ${index}`)
        await give(database, `reader ${index}`, { what: 'plan', id: plan.id })
        const rights = await rightsReader(database).of(`reader ${index}`, tide, noon)
        const told = rights.map(({ opens }) =>
          opens.what === 'stand' ? 'stand' : `${opens.what} ${opens.id}`,
        )
        assert.deepEqual(told, expected === '' ? [] : [expected])
        assert.deepEqual(await rightsReader(database).of('another', tide, noon), [])
      }
      const elsewhere = await rightsReader(database).of('reader 3', 'another', noon)
      assert.deepEqual(elsewhere, [])
    })

    it('keep what they were, until it is long over', async () => {
      await using database = await open()
      await give(database, 'ana', { what: 'edition', id: 'e1' })
      const rights = rightsReader(database)
      const [right] = await rights.of('ana', 'p1', noon)
      assert.deepEqual(right?.opens, { what: 'edition', id: 'e1' })
      assert.ok(right?.since.equals(noon) && right.until?.equals(later))
      assert.equal((await rights.of('ana', 'p1', later.add({ hours: 24 * 59 }))).length, 1)
      assert.equal((await rights.of('ana', 'p1', later.add({ hours: 24 * 61 }))).length, 0)
    })

    it('say in which rests a reader may look: where every story opens to them, and nowhere else', async () => {
      await using database = await open()
      const { id: tide } = await addTide(database)
      const scopes: readonly [PlanScope, RestScope][] = [
        [{ what: 'stand' }, { rests: 'all' }],
        [{ what: 'kind', kind: 'magazine' }, { rests: 'none' }],
        [
          { what: 'kind', kind: 'newspaper' },
          { rests: 'of-publications', publicationIds: [tide] },
        ],
        [
          { what: 'publications', ids: [tide] },
          { rests: 'of-publications', publicationIds: [tide] },
        ],
      ]
      const rights = rightsReader(database)
      const scope = (readerId: string, at = noon) =>
        scopeOf({ rights, clock: () => at }, { kind: 'reader', readerId, staffOf: [] })
      for (const [index, [planScope, expected]] of scopes.entries()) {
        const plan = await addPlan(database, planScope, `PLAN ${index}`)
        await give(database, `reader ${index}`, { what: 'plan', id: plan.id })
        assert.deepEqual(await scope(`reader ${index}`), expected)
        assert.deepEqual(await scope(`reader ${index}`, later), { rests: 'none' })
      }
      await give(database, 'of an edition', { what: 'edition', id: 'e1' })
      await give(database, 'of a publication', { what: 'publication', id: tide })
      assert.deepEqual(await scope('of an edition'), { rests: 'none' })
      assert.deepEqual(await scope('of a publication'), {
        ...{ rests: 'of-publications', publicationIds: [tide] },
      })
      assert.deepEqual(await scope('somebody else'), { rests: 'none' })
    })

    it('open rests once, however many bring them, and as a plan is now', async () => {
      await using database = await open()
      const { id: tide } = await addTide(database)
      const rights = rightsReader(database)
      const scope = () =>
        scopeOf(
          { rights, clock: () => noon },
          { kind: 'reader', readerId: 'ana', staffOf: ['of the desk'] },
        )
      const plan = await addPlan(database, { what: 'kind', kind: 'newspaper' })
      await give(database, 'ana', { what: 'publication', id: tide })
      await give(database, 'ana', { what: 'plan', id: plan.id })
      const both = { rests: 'of-publications', publicationIds: ['of the desk', tide] }
      assert.deepEqual(await scope(), both)
      const { write } = database
      await write.deleteFrom('access_grant').where('opens', '=', 'publication').execute()
      assert.deepEqual(await scope(), both)
      await write.updateTable('publication').set({ kind: 'magazine' }).execute()
      const desk = { rests: 'of-publications', publicationIds: ['of the desk'] }
      assert.deepEqual(await scope(), desk)
    })

    it('are changed, not doubled, when they come again under their key', async () => {
      await using database = await open()
      const book = grantBook(database)
      const opens = { what: 'stand' } as const
      const grant = { key: 'k', readerId: 'ana', from: 'given', opens, note: 'press' } as const
      await book.give({ ...grant, since: noon, until: null }, noon)
      await book.give({ ...grant, since: noon, until: later }, noon)
      const [only, ...more] = await book.of('ana')
      assert.ok(only?.until?.equals(later) && more.length === 0)
    })

    it('end by an operator’s hand only where one gave them', async () => {
      await using database = await open()
      const book = grantBook(database)
      const opens = { what: 'stand' } as const
      const since = { since: noon, until: null, note: '' }
      await book.give({ key: 'a', readerId: 'ana', from: 'given', opens, ...since }, noon)
      await book.give({ key: 'b', readerId: 'ana', from: 'plan', opens, ...since }, noon)
      assert.equal(await book.end('b', later), null)
      assert.ok((await book.end('a', later))?.until?.equals(later))
      assert.equal(await book.end('a', later), null)
    })
  })

  describe(`meters on ${engine}`, { timeout: 60_000 }, () => {
    const count = (storyId: string) => ({ readerId: 'ana', month: '2031-04', storyId })

    it('count a story once, and no more than a month allows', async () => {
      await using database = await open()
      const meter = meterBook(database)
      const stories = ['a', 'a', 'b', 'c', 'd']
      const taken: boolean[] = []
      // One after the other: of takes at the same moment an engine may serve any first.
      for (const id of stories) taken.push(await meter.take(count(id), 3, noon))
      assert.deepEqual(taken, [true, true, true, true, false])
      assert.deepEqual(await meter.look(count('a')), { used: 3, counted: true })
      assert.deepEqual(await meter.look(count('d')), { used: 3, counted: false })
      assert.equal(await meter.take({ ...count('d'), month: '2031-05' }, 3, noon), true)
    })

    it('give twenty tabs that race for the last story no more than that', async () => {
      await using database = await open()
      const meter = meterBook(database)
      const tabs = Array.from({ length: 20 }, (_, tab) => meter.take(count(`s${tab}`), 3, noon))
      assert.equal((await Promise.all(tabs)).filter(Boolean).length, 3)
    })

    it('forget what was read when the month is over', async () => {
      await using database = await open()
      const meter = meterBook(database)
      await meter.take(count('a'), 3, noon)
      await meter.forgetBefore('2031-04')
      assert.equal((await meter.look(count('a'))).used, 1)
      await meter.forgetBefore('2031-05')
      assert.equal((await meter.look(count('a'))).used, 0)
    })

    it('hold a neighbourhood of strangers to its cap, day by day', async () => {
      await using database = await open()
      const meter = strangersMeterBook(database)
      const tries = Array.from({ length: 9 }, () => meter.take('mark', '2031-04-02', 4))
      assert.equal((await Promise.all(tries)).filter(Boolean).length, 4)
      assert.equal(await meter.take('mark', '2031-04-03', 4), true)
      await meter.forgetBefore('2031-04-03')
      assert.equal(await meter.take('mark', '2031-04-02', 4), true)
    })
  })

  it(`a plan opens a story of its publications on ${engine}`, { timeout: 60_000 }, async () => {
    await using database = await open()
    const tide = await addTide(database)
    const words = { alt: 'Boats', caption: '', credit: '' }
    const boats = { kind: 'picture', picture: { from: 'boats' }, ...words } as const
    await takeIn(database, tide, [draftOf('a', { blocks: [...paragraphs(10), boats] })])
    const [card] = await storyReader(database).latestOf(tide.id, 1)
    assert.ok(card)
    const plan = await addPlan(database, { what: 'publications', ids: [tide.id] })
    await give(database, 'ana', { what: 'plan', id: plan.id })
    const rules = { readers: 0, strangers: 0, zone: 'UTC', key: Buffer.from('k') }
    const needs = {
      rights: rightsReader(database),
      meter: meterBook(database),
      strangersMeter: strangersMeterBook(database),
      rules,
      clock: () => noon,
    }
    const { publicationSlug: publication, editionSlug: edition, slug } = card
    const story = await storyReader(database).byAddress({ publication, edition, story: slug })
    assert.ok(story !== null && story !== 'withdrawn')
    const ask = (readerId: string) =>
      admit(needs, story, { viewer: { kind: 'reader', readerId, staffOf: [] }, counts: true })
    assert.equal((await ask('ana')).verdict.because, 'plan')
    assert.equal((await ask('bo')).verdict.because, 'plan-needed')
    const { id, editionId, publicationId, door } = story
    const shownIn = await pictureStories(database).of('boats')
    assert.deepEqual(shownIn, [{ id, editionId, publicationId, door }])
  })
}
