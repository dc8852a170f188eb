import type { Kysely } from 'kysely'
import type { MailEnd, Mails, QueuedMail, TakenMail } from '#accounts'
import { instantFrom } from './columns.ts'
import { type Database, inTurn } from './database.ts'
import type { Tables } from './tables.ts'

export function mails(database: Database): Mails {
  return {
    add: (mail) => inTurn(database, (turn) => queueMail(turn, mail)),
    async take(at, until, most) {
      // Asked several times a second: it waits for its turn only when there is something to take.
      if ((await due(database.read, at, 1)).length === 0) return []
      return inTurn(database, (turn) => takeMails(turn, { at, until, most }))
    },
    done: (id, how, at) => inTurn(database, (turn) => done(turn, id, how, at)),
    later: (id, nextAt) =>
      inTurn(database, async (turn) => {
        await turn
          .updateTable('mail')
          .set(({ eb }) => ({
            next_at: nextAt.epochMilliseconds,
            failures: eb('failures', '+', 1),
            taken: 0,
          }))
          .where('id', '=', id)
          .where('next_at', 'is not', null)
          .execute()
      }),
  }
}

/** Keeps a mail in the transaction of what causes it; false when one of its name was kept before. */
export async function queueMail(turn: Kysely<Tables>, mail: QueuedMail): Promise<boolean> {
  const { id, once, readerId, kind, sealed, at, uselessAt } = mail
  const when = at.epochMilliseconds
  const row = { id, once, reader_id: readerId, kind, sealed, asked_at: when, next_at: when }
  const { numInsertedOrUpdatedRows } = await turn
    .insertInto('mail')
    .values({
      ...row,
      useless_at: uselessAt?.epochMilliseconds ?? null,
      done_at: null,
      failures: 0,
      taken: 0,
      outcome: 'waiting',
    })
    .onConflict((conflict) => conflict.column('once').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

async function takeMails(
  turn: Kysely<Tables>,
  { at, until, most }: { at: Temporal.Instant; until: Temporal.Instant; most: number },
): Promise<readonly TakenMail[]> {
  const rows = await due(turn, at, most)
  if (rows.length > 0) {
    await turn
      .updateTable('mail')
      .set(({ eb }) => ({ next_at: until.epochMilliseconds, taken: eb('taken', '+', 1) }))
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute()
  }
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    sealed: row.sealed,
    lost: Number(row.taken),
    failures: Number(row.failures),
    at: instantFrom(row.asked_at),
    uselessAt: row.useless_at === null ? null : instantFrom(row.useless_at),
  }))
}

function due(database: Kysely<Tables>, at: Temporal.Instant, most: number) {
  return database
    .selectFrom('mail')
    .selectAll()
    .where('next_at', '<=', at.epochMilliseconds)
    .orderBy('next_at')
    .orderBy('id')
    .limit(most)
    .execute()
}

/** What it said is forgotten; that there was one of this name is remembered. */
async function done(
  turn: Kysely<Tables>,
  id: string,
  how: MailEnd,
  at: Temporal.Instant,
): Promise<void> {
  await turn
    .updateTable('mail')
    .set({ sealed: '', next_at: null, outcome: how, done_at: at.epochMilliseconds })
    .where('id', '=', id)
    .execute()
}
