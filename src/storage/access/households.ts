import type { Kysely, Selectable } from 'kysely'
import type { HouseholdBook, Seat } from '#access'
import { bad, good } from '#ground/outcome'
import { instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'
import type { SeatTable } from './tables.ts'

export function householdBook(database: Database): HouseholdBook {
  const { read } = database
  return {
    async of(ownerId, at) {
      const seats = await seatsOf(read, ownerId, at)
      return { allowed: await seatsAllowed(read, ownerId, at), seats }
    },
    async seatOf(readerId) {
      const row = await rows(read)
        .where('reader_id', '=', readerId)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return row === undefined ? null : seatFrom(row)
    },
    invite: (seat, digest, at, most) =>
      inTurn(database, async (turn) => {
        const allowed = await seatsAllowed(turn, seat.ownerId, at)
        if (allowed === 0) return bad('no-household')
        const seats = await seatsOf(turn, seat.ownerId, at)
        const taken = seats.filter(({ takenAt }) => takenAt !== null).length
        if (taken >= allowed) return bad('full')
        if (seats.length - taken >= most) return bad('too-many-invitations')
        await turn
          .insertInto('seat')
          .values({
            ...{ id: seat.id, owner_id: seat.ownerId, label: seat.label, digest },
            invited_at: at.epochMilliseconds,
            invited_until: seat.invitedUntil.epochMilliseconds,
            ...{ reader_id: null, taken_at: null, ended_at: null },
          })
          .execute()
        return good(seat)
      }),
    take: (digest, readerId, at) =>
      inTurn(database, async (turn) => {
        const row = await rows(turn).where('digest', '=', digest).executeTakeFirst()
        const why = await whyNot(turn, row, readerId, at)
        if (why !== null || row === undefined) return bad(why ?? 'unknown')
        const taken = { reader_id: readerId, taken_at: at.epochMilliseconds }
        await turn.updateTable('seat').set(taken).where('id', '=', row.id).execute()
        return good(seatFrom({ ...row, ...taken }))
      }),
    remove: (ownerId, seatId, at) =>
      inTurn(database, (turn) => endSeat(turn, at, { owner_id: ownerId, id: seatId })),
    leave: (readerId, at) => inTurn(database, (turn) => endSeat(turn, at, { reader_id: readerId })),
  }
}

const rows = (database: Kysely<Tables>) => database.selectFrom('seat').selectAll()

type Row = Selectable<SeatTable>

async function whyNot(
  turn: Kysely<Tables>,
  row: Row | undefined,
  readerId: string,
  at: Temporal.Instant,
) {
  if (row === undefined) return 'unknown'
  if (row.taken_at !== null) return 'used'
  const isOver = row.ended_at !== null || Number(row.invited_until) <= at.epochMilliseconds
  if (isOver) return 'expired'
  if (row.owner_id === readerId) return 'own-household'
  const sits = await rows(turn)
    .where('reader_id', '=', readerId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (sits !== undefined) return 'has-seat'
  const allowed = await seatsAllowed(turn, row.owner_id, at)
  if (allowed === 0) return 'no-household'
  const seats = await seatsOf(turn, row.owner_id, at)
  return seats.filter(({ takenAt }) => takenAt !== null).length >= allowed ? 'full' : null
}

/** Taken, or invited and still to be taken. */
async function seatsOf(
  database: Kysely<Tables>,
  ownerId: string,
  at: Temporal.Instant,
): Promise<Seat[]> {
  const found = await rows(database)
    .where('owner_id', '=', ownerId)
    .where('ended_at', 'is', null)
    .where(({ or, eb }) =>
      or([eb('taken_at', 'is not', null), eb('invited_until', '>', at.epochMilliseconds)]),
    )
    .orderBy('invited_at')
    .orderBy('id')
    .execute()
  return found.map(seatFrom)
}

/** The seats of the best plan that somebody pays for at this moment. */
async function seatsAllowed(
  database: Kysely<Tables>,
  ownerId: string,
  at: Temporal.Instant,
): Promise<number> {
  const now = at.epochMilliseconds
  const { seats } = await database
    .selectFrom('access_grant')
    .innerJoin('plan', 'plan.id', 'access_grant.opens_id')
    .select(({ fn }) => fn.max('plan.seats').as('seats'))
    .where('access_grant.reader_id', '=', ownerId)
    .where('access_grant.source', 'in', ['plan', 'voucher'])
    .where('access_grant.since', '<=', now)
    .where(({ or, eb }) =>
      or([eb('access_grant.until', 'is', null), eb('access_grant.until', '>', now)]),
    )
    .executeTakeFirstOrThrow()
  return seats ?? 0
}

async function endSeat(
  turn: Kysely<Tables>,
  at: Temporal.Instant,
  which: { readonly reader_id: string } | { readonly owner_id: string; readonly id: string },
): Promise<boolean> {
  const { numUpdatedRows } = await turn
    .updateTable('seat')
    .set({ ended_at: at.epochMilliseconds, digest: null })
    .where(({ and }) => and(which))
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function seatFrom(row: Row): Seat {
  return {
    id: row.id,
    ownerId: row.owner_id,
    label: row.label,
    invitedUntil: instantFrom(row.invited_until),
    takenAt: row.taken_at === null ? null : instantFrom(row.taken_at),
  }
}
