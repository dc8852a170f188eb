import type { Kysely } from 'kysely'
import type { QueuedMail, Reader, Readers, Role } from '#accounts'
import { oneOf } from './columns.ts'
import { type Database, inTurn } from './database.ts'
import { everythingAbout, leaveNothing } from './everything.ts'
import { queueMail } from './mails.ts'
import { changeChoices, choicesOf } from './reader-choices.ts'
import { findOrAddReader, readerByAddress, readerById, readerFrom } from './reader-rows.ts'
import type { Tables } from './tables.ts'
import { whileUnchanged } from './while-unchanged.ts'

export function readers(database: Database): Readers {
  const { read } = database
  const remembering = whileUnchanged<ReadonlyMap<string, readonly Role[]>>(database, 5_000)
  return {
    byId: (id) => readerById(read, id),
    byAddress: (addressKey) => readerByAddress(read, addressKey),
    findOrAdd: (reader) =>
      inTurn(database, async (turn) => {
        const { reader: found, isNew } = await findOrAddReader(turn, reader)
        return { reader: found, added: isNew }
      }),
    async all() {
      const rows = await read.selectFrom('reader').selectAll().orderBy('address_key').execute()
      return rows.map(readerFrom)
    },
    rolesOf: (readerIds) => remembering(readerIds.join(' '), () => rolesOf(read, readerIds)),
    giveRole: (readerId, role, at) =>
      inTurn(database, async (turn) => {
        const given = { ...roleRow(readerId, role), given_at: at.epochMilliseconds }
        const query = turn.insertInto('reader_role').values(given)
        const { numInsertedOrUpdatedRows } = await query
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        return (numInsertedOrUpdatedRows ?? 0n) > 0n
      }),
    takeRole: (readerId, role) =>
      inTurn(database, async (turn) => {
        const { role: name, publication_id } = roleRow(readerId, role)
        const { numDeletedRows } = await turn
          .deleteFrom('reader_role')
          .where('reader_id', '=', readerId)
          .where('role', '=', name)
          .where('publication_id', '=', publication_id)
          .executeTakeFirst()
        return numDeletedRows > 0n
      }),
    change: (id, { name, locale, choices }) =>
      inTurn(database, async (turn) => {
        const said = {
          ...(name === undefined ? {} : { name }),
          ...(locale === undefined ? {} : { locale }),
        }
        if (choices !== undefined) await changeChoices(turn, id, { mails: choices })
        if (Object.keys(said).length > 0) {
          await turn.updateTable('reader').set(said).where('id', '=', id).execute()
        }
        return readerById(turn, id)
      }),
    readingOf: async (id) => (await choicesOf(read, id))?.reading ?? null,
    keepReading: (id, wish) =>
      inTurn(database, async (turn) => {
        const before = await choicesOf(turn, id)
        if (before === null) return null
        const { reading } = before
        if (reading !== null && Temporal.Instant.compare(reading.at, wish.at) > 0) return reading
        await changeChoices(turn, id, { reading: wish })
        return wish
      }),
    everything: (id) => everythingAbout(read, id),
    async remove(id, goodbye) {
      const gone = await inTurn(database, (turn) => removeReader(turn, id, goodbye))
      await database.overwriteDeleted()
      return gone !== null
    },
  }
}

async function rolesOf(
  database: Kysely<Tables>,
  readerIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Role[]>> {
  if (readerIds.length === 0) return new Map()
  const rows = await database
    .selectFrom('reader_role')
    .selectAll()
    .where('reader_id', 'in', readerIds)
    .orderBy('given_at')
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.reader_id)
  return new Map([...grouped].map(([id, theirs]) => [id, theirs.map(roleFrom)]))
}

function roleRow(readerId: string, role: Role) {
  const of = role.kind === 'operator' ? null : role.publicationId
  return { reader_id: readerId, role: role.kind, publication_id: of ?? '' }
}

function roleFrom({ role, publication_id }: { role: string; publication_id: string }): Role {
  const kind = oneOf(role, ['operator', 'editor', 'publisher'], 'role')
  if (kind === 'operator') return { kind }
  if (kind === 'publisher') return { kind, publicationId: publication_id }
  return { kind, publicationId: publication_id === '' ? null : publication_id }
}

async function removeReader(
  turn: Kysely<Tables>,
  id: string,
  goodbye: QueuedMail | null,
): Promise<Reader | null> {
  const reader = await readerById(turn, id)
  if (reader === null) return null
  await turn.deleteFrom('sign_in').where('address_key', '=', reader.addressKey).execute()
  await leaveNothing(turn, id)
  await turn.deleteFrom('reader').where('id', '=', id).execute()
  if (goodbye !== null) await queueMail(turn, goodbye)
  return reader
}
