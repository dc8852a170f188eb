import type { Insertable, Kysely, Selectable } from 'kysely'
import type { Entered, Reader } from '#accounts'
import { instantFrom } from './columns.ts'
import { choicesColumn, choicesFrom } from './reader-choices.ts'
import type { ReaderTable, Tables } from './tables.ts'

function readerRow(reader: Reader): Insertable<ReaderTable> {
  const { id, address, addressKey, name, locale, joinedAt, choices } = reader
  return {
    id,
    address,
    address_key: addressKey,
    name,
    locale,
    joined_at: joinedAt.epochMilliseconds,
    choices: choicesColumn({ mails: choices, reading: null }),
  }
}

export function readerFrom(row: Selectable<ReaderTable>): Reader {
  return {
    id: row.id,
    address: row.address,
    addressKey: row.address_key,
    name: row.name,
    locale: row.locale,
    joinedAt: instantFrom(row.joined_at),
    choices: choicesFrom(row.choices).mails,
  }
}

export async function readerById(database: Kysely<Tables>, id: string): Promise<Reader | null> {
  const row = await database
    .selectFrom('reader')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? readerFrom(row) : null
}

export async function readerByAddress(
  database: Kysely<Tables>,
  addressKey: string,
): Promise<Reader | null> {
  const row = await database
    .selectFrom('reader')
    .selectAll()
    .where('address_key', '=', addressKey)
    .executeTakeFirst()
  return row ? readerFrom(row) : null
}

export async function findOrAddReader(turn: Kysely<Tables>, reader: Reader): Promise<Entered> {
  const known = await readerByAddress(turn, reader.addressKey)
  if (known !== null) return { reader: known, isNew: false }
  await turn.insertInto('reader').values(readerRow(reader)).execute()
  return { reader, isNew: true }
}
