import type { Kysely } from 'kysely'
import type { Everything } from '#accounts'
import { newId } from '#ground/ids'
import { endContracts } from './access/end-contracts.ts'
import type { Tables } from './tables.ts'

/** A table that knows readers. */
interface Share {
  readonly table: keyof Tables
  /** The columns that hold a reader's id. */
  readonly by: readonly string[]
  /** What becomes of the rows when the reader goes. */
  readonly whenGone: WhenGone
  /** Columns left out: digests and seals, which say nothing to anybody and could only be stolen. */
  readonly without: readonly string[]
}

/**
 * `with-reader`: the schema deletes them with the row they refer to. `kept`: the law wants them, or
 * others rely on them; the reader's id in them becomes a pseudonym that leads to nobody.
 */
type WhenGone = 'with-reader' | 'deleted' | 'kept'

const share = (
  table: keyof Tables,
  whenGone: WhenGone,
  without: readonly string[] = [],
  by: readonly string[] = ['reader_id'],
): Share => ({ table, by, whenGone, without })

/** Every table that knows a reader. A test compares this with the schema. */
export const shares: readonly Share[] = [
  share('reader', 'with-reader', ['address_key'], ['id']),
  share('reader_role', 'with-reader'),
  share('session', 'with-reader', ['token_digest', 'former_digest']),
  // Asks to sign in name an address only; they go with it.
  share('sign_in', 'with-reader', [
    ...['address_key', 'code_digest', 'link_digest', 'browser_digest'],
  ]),
  share('passkey', 'with-reader'),
  share('identity', 'with-reader'),
  share('reading_place', 'with-reader'),
  share('queued_story', 'with-reader'),
  share('interest', 'with-reader'),
  share('saved_story', 'with-reader'),
  share('history_choice', 'with-reader'),
  share('opened_story', 'with-reader'),
  share('mine_feed', 'with-reader', ['digest']),
  share('reader_list', 'with-reader', ['share_seed', 'share_digest']),
  share('listed_story', 'with-reader'),
  share('list_bar', 'with-reader'),
  share('mail', 'with-reader', ['sealed', 'once']),
  share('access_grant', 'deleted'),
  share('subscription', 'deleted'),
  share('access_notice', 'deleted', ['key']),
  share('checkout', 'deleted', ['open_key', 'provider_key', 'session', 'address']),
  share('seat', 'deleted', ['digest'], ['owner_id', 'reader_id']),
  share('meter_count', 'deleted'),
  share('receipt', 'kept'),
  share('purchase', 'kept'),
  // A redeemed voucher stays redeemed.
  share('voucher', 'kept', ['digest']),
  // Whom it was given to may go on reading.
  share('gift', 'kept', ['digest']),
]

type Row = Readonly<Record<string, unknown>>

/** Moments come as ISO 8601, in UTC; JSON that a column holds comes as what it says. */
export async function everythingAbout(database: Kysely<Tables>, id: string): Promise<Everything> {
  const found: Record<string, readonly Row[]> = {}
  for (const { table, by, without } of shares) {
    const rows: readonly Row[] = await database
      .selectFrom(database.dynamic.table(table).as('share'))
      .selectAll('share')
      .where(({ eb, or }) =>
        or(by.map((column) => eb(database.dynamic.ref(`share.${column}`), '=', id))),
      )
      .execute()
    found[table] = rows.map((row) => readable(row, without))
  }
  return found
}

/** Deletes what is about a reader and not deleted with them; what is kept leads to nobody. */
export async function leaveNothing(turn: Kysely<Tables>, id: string): Promise<void> {
  await endContracts(turn, id)
  const pseudonym = `gone ${newId()}`
  for (const { table, by, whenGone } of shares) {
    for (const column of by) {
      const ref = turn.dynamic.ref(column)
      if (whenGone === 'deleted') {
        await turn.deleteFrom(turn.dynamic.table(table).as('share')).where(ref, '=', id).execute()
      }
      if (whenGone === 'kept') {
        await turn
          .updateTable(table)
          .set({ [column]: pseudonym })
          .where(ref, '=', id)
          .execute()
      }
    }
  }
}

function readable(row: Row, without: readonly string[]): Row {
  const shown = Object.entries(row).filter(([name]) => !without.includes(name))
  return Object.fromEntries(shown.map(([name, value]) => [name, said(name, value)]))
}

const jsonColumns = new Set(['choices', 'transports', 'facts', 'wish', 'consent'])
const yesOrNo = new Set(['synced'])
const moments = /(?:^|_)(?:at|until|since)$/

function said(name: string, value: unknown): unknown {
  if (value === null) return null
  if (moments.test(name)) {
    return Temporal.Instant.fromEpochMilliseconds(Number(value)).toString()
  }
  if (yesOrNo.has(name)) return Number(value) === 1
  return jsonColumns.has(name) ? JSON.parse(String(value)) : value
}
