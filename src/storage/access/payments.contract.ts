import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Checkout, SeenPayment } from '#access'
import { newId } from '#ground/ids'
import { type Database, inTurn } from '../database.ts'
import { leaveNothing } from '../everything.ts'
import { addTide, draftOf, noon, takeIn } from '../tide.fixture.ts'
import { checkoutBook } from './checkouts.ts'
import { editionPrices, purchaseBook } from './editions-sold.ts'
import { putTask } from './effects.ts'
import { grantBook } from './grants.ts'
import { noticeBook, receiptBook } from './notices.ts'
import { paymentLog, taskBook } from './payment-log.ts'
import { planBook } from './plans.ts'
import { subscriptionBook } from './subscriptions.ts'

const price = { minor: 250, currency: 'EUR' }
const later = noon.add({ minutes: 10 })
const consent = { at: noon, words: 'Ja, nu meteen.', language: 'nl' }

/** What payments promise of storage, kept by every engine. */
export function paymentsContract(engine: string, open: () => Promise<Database>) {
  const checkout = (): Checkout => {
    const id = newId()
    const wish = {
      what: 'edition',
      publicationId: 'p',
      editionId: 'e',
      label: 'Low',
      price,
    } as const
    const span = { madeAt: noon, until: noon.add({ minutes: 60 }) }
    const key = { providerKey: `key-${id}`, page: null }
    return { id, readerId: 'ana', wish, consent, ...key, ...span }
  }
  const page = (session: string) => ({
    session,
    address: new URL(`https://checkout.example/${session}`),
  })

  describe(`the log of payments on ${engine}`, { timeout: 60_000 }, () => {
    const about = { what: 'contract', id: 'sub_1' } as const
    const event = { id: 'evt_1', kind: 'invoice.paid', about, madeAt: noon }

    it('keeps an event once, until its effect is there', async () => {
      await using database = await open()
      const log = paymentLog(database)
      const kept = await Promise.all(Array.from({ length: 9 }, () => log.record(event, noon)))
      assert.equal(kept.filter(Boolean).length, 1)
      assert.deepEqual(await log.due(noon, 9), [{ id: 'evt_1', about, tries: 0 }])
      await log.later('evt_1', later, 'unreachable')
      assert.deepEqual(await log.due(noon, 9), [])
      assert.equal((await log.due(later, 9))[0]?.tries, 1)
      await log.done('evt_1', later)
      assert.deepEqual(await log.due(later.add({ hours: 999 }), 9), [])
      assert.equal(await log.record(event, later), false)
      assert.ok((await log.newest())?.equals(noon))
    })

    it('has nothing to do for what says nothing to us', async () => {
      await using database = await open()
      const log = paymentLog(database)
      assert.equal(await log.newest(), null)
      assert.equal(await log.record({ ...event, about: null }, noon), true)
      assert.deepEqual(await log.due(later, 9), [])
    })

    it('numbers questions upwards, whoever asks', async () => {
      await using database = await open()
      const log = paymentLog(database)
      const asks = await Promise.all(Array.from({ length: 9 }, () => log.nextAsk()))
      assert.deepEqual(
        asks.toSorted((one, other) => one - other),
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
      )
    })

    it('keeps a task once, in the order of its causes', async () => {
      await using database = await open()
      const tasks = taskBook(database)
      const end = { kind: 'end', ref: 'sub_1' } as const
      await putTask(database.write, 'end', end, noon)
      await putTask(database.write, 'end', end, later)
      await putTask(database.write, 'undo', { kind: 'undo', ref: 'sub_2' }, later)
      assert.deepEqual(
        (await tasks.due(later, 9)).map(({ key }) => key),
        ['end', 'undo'],
      )
      await tasks.done('end', later)
      await tasks.later('undo', null, 'refused')
      assert.deepEqual(await tasks.due(later.add({ hours: 999 }), 9), [])
    })
  })

  it(`a reader who leaves is charged no more on ${engine}`, { timeout: 60_000 }, async () => {
    await using database = await open()
    const draft = { name: 'GOLD', scope: { what: 'stand' }, trialDays: 0, seats: 0 } as const
    const gold = await planBook(database).add(draft, noon)
    assert.ok(gold.ok)
    const whose = { readerId: 'ana', planId: gold.value.id }
    const facts = { ref: 'sub_1', customer: 'cus', per: 'month', price, renews: true } as const
    const contract = { ...facts, over: false, failingSince: null, nextChargeAt: null, terms: [] }
    const seen = { kind: 'seen', at: noon, ask: 1, contract } as const
    await subscriptionBook(database, 'UTC').tell(whose, seen)
    await inTurn(database, (turn) => leaveNothing(turn, 'ana'))
    const due = await taskBook(database).due(noon, 9)
    assert.deepEqual(
      due.map(({ task }) => task),
      [{ kind: 'end', ref: 'sub_1' }],
    )
    assert.deepEqual(await subscriptionBook(database, 'UTC').of('ana'), [])
  })

  describe(`checkouts on ${engine}`, { timeout: 60_000 }, () => {
    it('are one for all who ask at once', async () => {
      await using database = await open()
      const book = checkoutBook(database)
      const asked = Array.from({ length: 50 }, () => book.open(checkout(), 'ana GOLD'))
      const ids = new Set((await Promise.all(asked)).map(({ id }) => id))
      assert.equal(ids.size, 1)
    })

    it('keep the page that came first, and come back whole', async () => {
      await using database = await open()
      const book = checkoutBook(database)
      const { id } = await book.open(checkout(), 'k')
      await book.show(id, page('cs_1'))
      const kept = await book.show(id, page('cs_2'))
      assert.equal(kept.page?.session, 'cs_1')
      const again = await book.byId(id)
      assert.deepEqual(again?.wish, kept.wish)
      assert.equal(JSON.stringify(again?.consent), JSON.stringify(consent))
      assert.equal(await book.byId('another'), null)
    })

    it('make way when they are closed, or when their time is over', async () => {
      await using database = await open()
      const book = checkoutBook(database)
      const first = await book.open(checkout(), 'k')
      await book.close(first.id)
      const second = await book.open(checkout(), 'k')
      assert.notEqual(second.id, first.id)
      const third = await book.open({ ...checkout(), madeAt: second.until }, 'k')
      assert.notEqual(third.id, second.id)
      assert.ok(await book.byId(first.id))
    })
  })

  describe(`editions that are sold alone on ${engine}`, { timeout: 60_000 }, () => {
    const withEdition = async (database: Database) => {
      const tide = await addTide(database)
      await takeIn(database, tide, [draftOf('a')])
      const { id } = await database.read
        .selectFrom('edition')
        .select('id')
        .executeTakeFirstOrThrow()
      return { publicationId: tide.id, editionId: id }
    }

    it('cost what they cost themselves, otherwise what each of their publication costs', async () => {
      await using database = await open()
      const { publicationId, editionId } = await withEdition(database)
      const prices = editionPrices(database)
      assert.equal(await prices.of(publicationId, editionId), null)
      await prices.set(publicationId, '', price)
      assert.deepEqual(await prices.of(publicationId, editionId), price)
      const dearer = { minor: 500, currency: 'EUR' }
      await prices.set(publicationId, editionId, dearer)
      assert.deepEqual(await prices.of(publicationId, editionId), dearer)
      const all = (await prices.all()).map(({ edition, price: { minor } }) => [edition, minor])
      assert.deepEqual(all, [
        ['', 250],
        ['2031-04-02', 500],
      ])
      await prices.set(publicationId, editionId, null)
      assert.deepEqual(await prices.of(publicationId, editionId), price)
    })

    it('are the reader’s for good, and not any more when they are paid back', async () => {
      await using database = await open()
      const { editionId } = await withEdition(database)
      const purchases = purchaseBook(database)
      const payment = { key: 'pi_1', paidAt: noon, amount: price, refunded: 0, refundedAt: null }
      const see = (said: SeenPayment) =>
        purchases.see({ readerId: 'ana', editionId, label: 'Tide', payment: said, consent }, noon)
      await Promise.all([see(payment), see(payment)])
      const isOwned = () => editionPrices(database).isOwned('ana', editionId)
      assert.equal(await isOwned(), true)
      const [own, ...others] = await editionPrices(database).ownedBy('ana')
      assert.deepEqual([own?.editionSlug, String(own?.date)], ['2031-04-02', '2031-04-02'])
      assert.ok(own?.boughtAt.equals(noon) && others.length === 0)
      await see({ ...payment, refunded: 100, refundedAt: noon })
      assert.equal(await isOwned(), true)
      await see({ ...payment, refunded: 250, refundedAt: later })
      await see({ ...payment, refunded: 100, refundedAt: noon })
      assert.equal(await isOwned(), false)
      assert.deepEqual(await editionPrices(database).ownedBy('ana'), [])
      const [grant, ...more] = await grantBook(database).of('ana')
      assert.ok(grant?.until?.equals(later) && more.length === 0)
      const receipts = await receiptBook(database).of('ana')
      const sums = receipts.map(({ what, amount }) => `${what} ${amount.minor}`).sort()
      assert.deepEqual(sums, ['paid 250', 'refunded 100', 'refunded 150'])
      assert.ok(receipts.every(({ edition }) => edition?.editionSlug === '2031-04-02'))
      const told = await noticeBook(database).waiting(9)
      const kinds = told.map(({ kind, facts }) => `${kind} ${facts.day} ${facts.whole ?? ''}`)
      assert.deepEqual(kinds.sort(), [
        'edition-bought 2031-04-02 ',
        'edition-refunded 2031-04-02 no',
        'edition-refunded 2031-04-02 yes',
      ])
      const bought = told.find(({ kind }) => kind === 'edition-bought')
      assert.equal(bought?.facts.words, consent.words)
      const { consent: kept } = await database.read
        .selectFrom('purchase')
        .select('consent')
        .executeTakeFirstOrThrow()
      assert.deepEqual(JSON.parse(kept ?? ''), { ...consent, at: String(noon) })
    })
  })
}
