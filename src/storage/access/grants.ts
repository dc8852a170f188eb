import type { Kysely, Selectable } from 'kysely'
import { type Grant, type GrantBook, sources } from '#access'
import { instantFrom, oneOf } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'
import type { GrantTable } from './tables.ts'

export function grantBook(database: Database): GrantBook {
  return {
    async of(readerId) {
      const rows = await database.read
        .selectFrom('access_grant')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('since', 'desc')
        .orderBy('key')
        .execute()
      return rows.map(grantFrom)
    },
    give: (grant, at) => inTurn(database, (turn) => putGrant(turn, grant, at)),
    end: (key, at) =>
      inTurn(database, async (turn) => {
        const now = at.epochMilliseconds
        const row = await turn
          .selectFrom('access_grant')
          .selectAll()
          .where('key', '=', key)
          .where('source', '=', 'given')
          .executeTakeFirst()
        if (row === undefined || (row.until !== null && Number(row.until) <= now)) return null
        await turn.updateTable('access_grant').set({ until: now }).where('key', '=', key).execute()
        return grantFrom({ ...row, until: now })
      }),
  }
}

/** Writes a right down; the same key again changes it. */
export async function putGrant(
  turn: Kysely<Tables>,
  grant: Grant,
  at: Temporal.Instant,
): Promise<void> {
  const { key, readerId, from, opens, since, until, note } = grant
  const changed = {
    since: since.epochMilliseconds,
    until: until?.epochMilliseconds ?? null,
    note,
  }
  await turn
    .insertInto('access_grant')
    .values({
      key,
      reader_id: readerId,
      source: from,
      opens: opens.what,
      opens_id: opens.what === 'stand' ? '' : opens.id,
      made_at: at.epochMilliseconds,
      ...changed,
    })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(changed))
    .execute()
}

function grantFrom(row: Selectable<GrantTable>): Grant {
  const kinds = ['stand', 'plan', 'publication', 'edition', 'story'] as const
  const what = oneOf(row.opens, kinds, 'right')
  return {
    key: row.key,
    readerId: row.reader_id,
    from: oneOf(row.source, sources, 'source of a right'),
    opens: what === 'stand' ? { what } : { what, id: row.opens_id },
    since: instantFrom(row.since),
    until: row.until === null ? null : instantFrom(row.until),
    note: row.note,
  }
}
