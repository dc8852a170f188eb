import type { About, PaymentLog, TaskBook } from '#access'
import { instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'

export function paymentLog(database: Database): PaymentLog {
  const { read } = database
  return {
    record: ({ id, kind, about, madeAt }, at) =>
      inTurn(database, async (turn) => {
        const now = at.epochMilliseconds
        // What says nothing to us has had its effect.
        const waits =
          about === null ? { next_at: null, done_at: now } : { next_at: now, done_at: null }
        const row = { id, kind, about: JSON.stringify(about), made_at: madeAt.epochMilliseconds }
        const { numInsertedOrUpdatedRows = 0n } = await turn
          .insertInto('payment_event')
          .values({ ...row, ...waits, received_at: now, tries: 0, fault: '' })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst()
        return numInsertedOrUpdatedRows > 0n
      }),
    async due(at, most) {
      const rows = await read
        .selectFrom('payment_event')
        .select(['id', 'about', 'tries'])
        .where('next_at', '<=', at.epochMilliseconds)
        .orderBy('next_at')
        .orderBy('id')
        .limit(most)
        .execute()
      return rows.map(({ id, about, tries }) => ({ id, about: aboutFrom(about), tries }))
    },
    async done(id, at) {
      const done = { next_at: null, done_at: at.epochMilliseconds, fault: '' }
      await inTurn(database, (turn) =>
        turn.updateTable('payment_event').set(done).where('id', '=', id).execute(),
      )
    },
    async later(id, nextAt, fault) {
      await inTurn(database, (turn) =>
        turn
          .updateTable('payment_event')
          .set(({ eb }) => ({
            next_at: nextAt?.epochMilliseconds ?? null,
            tries: eb('tries', '+', 1),
            fault,
          }))
          .where('id', '=', id)
          .execute(),
      )
    },
    nextAsk: () =>
      inTurn(database, async (turn) => {
        const { last } = await turn
          .updateTable('payment_ask')
          .set(({ eb }) => ({ last: eb('last', '+', 1) }))
          .where('id', '=', 1)
          .returning('last')
          .executeTakeFirstOrThrow()
        return Number(last)
      }),
    async newest() {
      const { newest } = await read
        .selectFrom('payment_event')
        .select(({ fn }) => fn.max('made_at').as('newest'))
        .executeTakeFirstOrThrow()
      return newest === null ? null : instantFrom(newest)
    },
  }
}

/** JSON that `record` wrote. */
function aboutFrom(column: string): About | null {
  return JSON.parse(column)
}

export function taskBook(database: Database): TaskBook {
  return {
    async due(at, most) {
      const rows = await database.read
        .selectFrom('payment_task')
        .select(['key', 'facts', 'tries'])
        .where('next_at', '<=', at.epochMilliseconds)
        .orderBy('next_at')
        .orderBy('at')
        .limit(most)
        .execute()
      return rows.map(({ key, facts, tries }) => ({ key, task: JSON.parse(facts), tries }))
    },
    async done(key, at) {
      const done = { next_at: null, done_at: at.epochMilliseconds, fault: '' }
      await inTurn(database, (turn) =>
        turn.updateTable('payment_task').set(done).where('key', '=', key).execute(),
      )
    },
    async later(key, nextAt, fault) {
      await inTurn(database, (turn) =>
        turn
          .updateTable('payment_task')
          .set(({ eb }) => ({
            next_at: nextAt?.epochMilliseconds ?? null,
            tries: eb('tries', '+', 1),
            fault,
          }))
          .where('key', '=', key)
          .execute(),
      )
    },
  }
}
