import type { Kysely, Selectable } from 'kysely'
import type { Checkout, CheckoutBook } from '#access'
import { instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'
import { consentIn, consentText } from './consent-column.ts'
import type { CheckoutTable } from './tables.ts'

export function checkoutBook(database: Database): CheckoutBook {
  const { read } = database
  return {
    async open(checkout, key) {
      // Most who ask again find it without a turn.
      const there = await openUnder(read, key, checkout.madeAt)
      if (there !== null) return there
      return inTurn(database, async (turn) => {
        const meanwhile = await openUnder(turn, key, checkout.madeAt)
        if (meanwhile !== null) return meanwhile
        await turn
          .updateTable('checkout')
          .set({ open_key: null })
          .where('open_key', '=', key)
          .execute()
        await turn.insertInto('checkout').values(rowOf(checkout, key)).execute()
        return checkout
      })
    },
    show: (id, { session, address }) =>
      inTurn(database, async (turn) => {
        await turn
          .updateTable('checkout')
          .set({ session, address: address.href })
          .where('id', '=', id)
          .where('session', 'is', null)
          .execute()
        const row = await rows(turn).where('id', '=', id).executeTakeFirstOrThrow()
        return checkoutFrom(row)
      }),
    async byId(id) {
      const row = await rows(read).where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : checkoutFrom(row)
    },
    async close(id) {
      const row = await rows(read).where('id', '=', id).executeTakeFirst()
      if (row === undefined || row.open_key === null) return
      await inTurn(database, (turn) =>
        turn.updateTable('checkout').set({ open_key: null }).where('id', '=', id).execute(),
      )
    },
  }
}

const rows = (database: Kysely<Tables>) => database.selectFrom('checkout').selectAll()

/** One whose page has closed by itself is open no longer. */
async function openUnder(
  database: Kysely<Tables>,
  key: string,
  at: Temporal.Instant,
): Promise<Checkout | null> {
  const row = await rows(database)
    .where('open_key', '=', key)
    .where('until', '>', at.epochMilliseconds)
    .executeTakeFirst()
  return row === undefined ? null : checkoutFrom(row)
}

function rowOf(checkout: Checkout, key: string): CheckoutTable {
  const { id, readerId, wish, consent, providerKey, page, madeAt, until } = checkout
  return {
    id,
    reader_id: readerId,
    wish: JSON.stringify(wish),
    open_key: key,
    provider_key: providerKey,
    consent: consentText(consent),
    session: page?.session ?? null,
    address: page?.address.href ?? null,
    made_at: madeAt.epochMilliseconds,
    until: until.epochMilliseconds,
  }
}

function checkoutFrom(row: Selectable<CheckoutTable>): Checkout {
  const { session, address } = row
  return {
    id: row.id,
    readerId: row.reader_id,
    wish: JSON.parse(row.wish),
    providerKey: row.provider_key,
    consent: consentIn(row.consent),
    page: session === null || address === null ? null : { session, address: new URL(address) },
    madeAt: instantFrom(row.made_at),
    until: instantFrom(row.until),
  }
}
