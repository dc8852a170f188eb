import type { Insertable, Kysely, Selectable } from 'kysely'
import {
  counterHolds,
  mostPasskeys,
  type Passkey,
  type Passkeys,
  type SpentChallenge,
} from '#accounts'
import { bad, good } from '#ground/outcome'
import { instantFrom, textsFrom } from './columns.ts'
import { type Database, inTurn } from './database.ts'
import { queueMail } from './mails.ts'
import { readerById } from './reader-rows.ts'
import { begin } from './sessions.ts'
import type { PasskeyTable, Tables } from './tables.ts'

export function passkeys(database: Database): Passkeys {
  const { read } = database
  return {
    byId: (id) => passkeyById(read, id),
    of: (readerId) => passkeysOf(read, readerId),
    add: (passkey, spent, mail) =>
      inTurn(database, async (turn) => {
        if ((await passkeyById(turn, passkey.id)) !== null) return bad('known')
        if ((await passkeysOf(turn, passkey.readerId)).length >= mostPasskeys)
          return bad('too-many')
        if (!(await spend(turn, spent))) return bad('spent')
        await turn.insertInto('passkey').values(passkeyRow(passkey)).execute()
        await queueMail(turn, mail)
        return good('added')
      }),
    use: ({ id, counter, synced }, spent, beginning) =>
      inTurn(database, async (turn) => {
        const passkey = await passkeyById(turn, id)
        const reader = passkey && (await readerById(turn, passkey.readerId))
        if (passkey === null || reader === null) return bad('unknown')
        if (!counterHolds(passkey.counter, counter)) return bad('copied')
        if (!(await spend(turn, spent))) return bad('spent')
        const used_at = beginning.session.beganAt.epochMilliseconds
        await turn
          .updateTable('passkey')
          .set({ counter, synced: synced ? 1 : 0, used_at })
          .where('id', '=', id)
          .execute()
        await begin(turn, reader.id, beginning)
        return good({ reader, isNew: false })
      }),
    rename: (readerId, id, name) =>
      inTurn(database, async (turn) => {
        const { numUpdatedRows } = await turn
          .updateTable('passkey')
          .set({ name })
          .where('reader_id', '=', readerId)
          .where('id', '=', id)
          .executeTakeFirst()
        return numUpdatedRows > 0n
      }),
    remove: (readerId, id) =>
      inTurn(database, async (turn) => {
        const theirs = turn.deleteFrom('passkey').where('reader_id', '=', readerId)
        return (await theirs.where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n
      }),
  }
}

/** False when it was spent before. */
async function spend(turn: Kysely<Tables>, { digest, until }: SpentChallenge): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await turn
    .insertInto('spent_challenge')
    .values({ digest, ends_at: until.epochMilliseconds })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

async function passkeyById(database: Kysely<Tables>, id: string): Promise<Passkey | null> {
  const row = await database
    .selectFrom('passkey')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? passkeyFrom(row) : null
}

async function passkeysOf(database: Kysely<Tables>, readerId: string): Promise<readonly Passkey[]> {
  const rows = await database
    .selectFrom('passkey')
    .selectAll()
    .where('reader_id', '=', readerId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(passkeyFrom)
}

function passkeyRow(passkey: Passkey): Insertable<PasskeyTable> {
  return {
    id: passkey.id,
    reader_id: passkey.readerId,
    public_key: passkey.publicKey,
    counter: passkey.counter,
    transports: JSON.stringify(passkey.transports),
    name: passkey.name,
    synced: passkey.synced ? 1 : 0,
    added_at: passkey.addedAt.epochMilliseconds,
    used_at: passkey.usedAt?.epochMilliseconds ?? null,
  }
}

function passkeyFrom(row: Selectable<PasskeyTable>): Passkey {
  return {
    id: row.id,
    readerId: row.reader_id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: textsFrom(row.transports),
    name: row.name,
    synced: row.synced === 1,
    addedAt: instantFrom(row.added_at),
    usedAt: row.used_at === null ? null : instantFrom(row.used_at),
  }
}
