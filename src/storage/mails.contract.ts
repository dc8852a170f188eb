import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mailIn } from '#accounts'
import type { Database } from './database.ts'
import { mails } from './mails.ts'
import { rates } from './rates.ts'
import { keys, mailTo, morning } from './reader.fixture.ts'

/** What the queue of mails and the counters promise, kept by every engine. */
export function mailsContract(engine: string, open: () => Promise<Database>) {
  describe(`counting on ${engine}`, { timeout: 60_000 }, () => {
    it('counts all or none, for as many as come at once', async () => {
      await using database = await open()
      const store = rates(database)
      const counted = (key: string) => ({
        ...{ name: 'try-address' as const, key, part: 7 },
        endsAt: morning.add({ hours: 1 }),
      })
      const most = (sum: number) => (_: unknown, buckets: readonly { count: number }[]) =>
        buckets.reduce((all, { count }) => all + count, 0) < sum ? null : morning
      const tries = Array.from({ length: 9 }, () => store.take([counted('a')], most(5)))
      const taken = (await Promise.all(tries)).filter((until) => until === null)
      assert.equal(taken.length, 5)
      assert.ok(await store.take([counted('b'), counted('a')], most(5)))
      assert.equal(await store.take([counted('b')], most(1)), null)
      assert.equal(await store.take([], most(0)), null)
    })
  })

  describe(`the queue of mails on ${engine}`, { timeout: 60_000 }, () => {
    const later = morning.add({ minutes: 5 })

    it('gives each mail to one sender, and forgets what it said when it is done', async () => {
      await using database = await open()
      const store = mails(database)
      assert.equal(await store.add(mailTo(null, 'trial-ends 7')), true)
      assert.equal(await store.add(mailTo(null, 'trial-ends 7')), false)
      const both = await Promise.all([store.take(morning, later, 9), store.take(morning, later, 9)])
      const [mail] = both.flat()
      assert.equal(both.flat().length, 1)
      assert.ok(mail && mailIn(keys, mail)?.kind === 'passkey-added')
      await store.done(mail.id, 'sent', morning)
      assert.deepEqual(await store.take(later, later, 9), [])
      assert.equal(await store.add(mailTo(null, 'trial-ends 7')), false)
      const rows = await database.read.selectFrom('mail').selectAll().execute()
      assert.deepEqual(
        rows.map(({ sealed, outcome }) => [sealed, outcome]),
        [['', 'sent']],
      )
    })

    it('gives a mail again when its sender died, and says how often that was', async () => {
      await using database = await open()
      const store = mails(database)
      await store.add(mailTo(null))
      const [first] = await store.take(morning, later, 9)
      assert.deepEqual([first?.lost, first?.kind], [0, 'passkey-added'])
      assert.equal((await store.take(morning, later, 9)).length, 0)
      const [second] = await store.take(later, later.add({ minutes: 5 }), 9)
      assert.equal(second?.lost, 1)
      await store.done(second?.id ?? '', 'given-up', later)
      const [row] = await database.read.selectFrom('mail').selectAll().execute()
      assert.deepEqual([row?.outcome, row?.sealed], ['given-up', ''])
    })

    it('gives one that could not go out again at its time, as often as it takes', async () => {
      await using database = await open()
      const store = mails(database)
      await store.add(mailTo(null))
      for (const failures of [0, 1, 2, 3]) {
        const at = morning.add({ hours: failures })
        const [mail] = await store.take(at, at.add({ minutes: 5 }), 9)
        assert.equal(mail?.failures, failures)
        await store.later(mail?.id ?? '', at.add({ hours: 1 }))
      }
    })
  })
}
