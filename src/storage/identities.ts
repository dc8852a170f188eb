import type { Kysely } from 'kysely'
import type { Entered, Identities, Reader } from '#accounts'
import { bad, good } from '#ground/outcome'
import { instantFrom } from './columns.ts'
import { type Database, inTurn } from './database.ts'
import { queueMail } from './mails.ts'
import { findOrAddReader, readerByAddress, readerById } from './reader-rows.ts'
import { begin } from './sessions.ts'
import type { Tables } from './tables.ts'

export function identities(database: Database): Identities {
  return {
    async of(readerId) {
      const rows = await database.read
        .selectFrom('identity')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('added_at')
        .execute()
      return rows.map(({ issuer, subject, added_at, used_at }) => ({
        ...{ issuer, subject },
        addedAt: instantFrom(added_at),
        usedAt: instantFrom(used_at),
      }))
    },
    use: (vouched, signedIn, judge, using) =>
      inTurn(database, async (turn) => {
        const verdict = judge({
          known: await readerKnownAs(turn, vouched),
          signedIn: signedIn === null ? null : await readerById(turn, signedIn),
          atAddress:
            vouched.addressKey === null ? null : await readerByAddress(turn, vouched.addressKey),
          addressVerified: vouched.addressVerified,
        })
        if (verdict.kind === 'refuse') return bad(verdict.because)
        const at = using.session.beganAt.epochMilliseconds
        const entered: Entered =
          verdict.kind === 'join'
            ? await findOrAddReader(turn, using.join())
            : { reader: verdict.reader, isNew: false }
        await keepIdentity(turn, vouched, { readerId: entered.reader.id, at })
        if (verdict.kind === 'add') await queueMail(turn, using.tell(entered.reader))
        await begin(turn, entered.reader.id, using)
        return good(entered)
      }),
    remove: (readerId, { issuer, subject }) =>
      inTurn(database, async (turn) => {
        const { numDeletedRows } = await turn
          .deleteFrom('identity')
          .where('reader_id', '=', readerId)
          .where('issuer', '=', issuer)
          .where('subject', '=', subject)
          .executeTakeFirst()
        return numDeletedRows > 0n
      }),
  }
}

interface Named {
  readonly issuer: string
  readonly subject: string
}

async function readerKnownAs(
  turn: Kysely<Tables>,
  { issuer, subject }: Named,
): Promise<Reader | null> {
  const row = await turn
    .selectFrom('identity')
    .select('reader_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row ? readerById(turn, row.reader_id) : null
}

async function keepIdentity(
  turn: Kysely<Tables>,
  { issuer, subject }: Named,
  { readerId, at }: { readerId: string; at: number },
): Promise<void> {
  await turn
    .insertInto('identity')
    .values({ issuer, subject, reader_id: readerId, added_at: at, used_at: at })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet({ used_at: at }))
    .execute()
}
