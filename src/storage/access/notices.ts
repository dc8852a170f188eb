import type { Selectable } from 'kysely'
import {
  type KeptReceipt,
  type NamedEdition,
  type NoticeBook,
  noticeKinds,
  type ReceiptBook,
} from '#access'
import { instantFrom, oneOf } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import { namedEditions } from './named-editions.ts'
import type { ReceiptTable } from './tables.ts'

export function noticeBook(database: Database): NoticeBook {
  return {
    async waiting(most) {
      const rows = await database.read
        .selectFrom('access_notice')
        .selectAll()
        .where('handed_at', 'is', null)
        .orderBy('at')
        .orderBy('key')
        .limit(most)
        .execute()
      return rows.map(({ key, reader_id, kind, facts, at }) => ({
        key,
        readerId: reader_id,
        kind: oneOf(kind, noticeKinds, 'kind of notice'),
        facts: JSON.parse(facts),
        at: instantFrom(at),
      }))
    },
    handed: (key, at) =>
      inTurn(database, async (turn) => {
        const { numUpdatedRows } = await turn
          .updateTable('access_notice')
          .set({ handed_at: at.epochMilliseconds })
          .where('key', '=', key)
          .where('handed_at', 'is', null)
          .executeTakeFirst()
        return numUpdatedRows > 0n
      }),
  }
}

export function receiptBook({ read }: Database): ReceiptBook {
  return {
    async of(readerId) {
      const rows = await read
        .selectFrom('receipt')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('at', 'desc')
        .orderBy('key', 'desc')
        .execute()
      const ids = rows.flatMap(({ edition_id }) => edition_id ?? [])
      const named = await namedEditions(read, [...new Set(ids)])
      return rows.map((row) => receiptFrom(row, named.get(row.edition_id ?? '') ?? null))
    },
  }
}

function receiptFrom(row: Selectable<ReceiptTable>, edition: NamedEdition | null): KeptReceipt {
  return {
    key: row.key,
    what: oneOf(row.what, ['paid', 'refunded'], 'receipt'),
    label: row.label,
    edition,
    amount: { minor: Number(row.minor), currency: row.currency },
    at: instantFrom(row.at),
    since: row.since === null ? null : instantFrom(row.since),
    until: row.until === null ? null : instantFrom(row.until),
  }
}
