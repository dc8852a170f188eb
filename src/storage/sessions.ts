import type { Insertable, Kysely, Selectable } from 'kysely'
import type { Beginning, Means, Session, Sessions } from '#accounts'
import { instantFrom, oneOf } from './columns.ts'
import { type Database, inTurn } from './database.ts'
import { prepared } from './prepared.ts'
import { readerFrom } from './reader-rows.ts'
import type { SessionTable, Tables } from './tables.ts'
import { whileUnchanged } from './while-unchanged.ts'

/** Browsers that are busy at once, and then some. */
const remembered = 5_000

export function sessions(database: Database): Sessions {
  const { read } = database
  const present = prepared(read, sessionWithReader(read, 'token_digest'))
  const former = prepared(read, sessionWithReader(read, 'former_digest'))
  const remembering = whileUnchanged<Awaited<ReturnType<Sessions['byToken']>>>(database, remembered)
  const byToken = async (digest: string) => {
    const [row] = [...(await present(digest))]
    const found = row ?? (await former(digest))[0]
    if (found === undefined) return null
    const { session_id: id, ...columns } = found
    const reader = readerFrom({ ...columns, id: found.reader_id })
    return { session: sessionFrom({ ...columns, id }), reader }
  }
  return {
    byToken: (digest) => remembering(digest, () => byToken(digest)),
    change: (session, expected) =>
      inTurn(database, async (turn) => {
        const { id, ...row } = sessionRow(session)
        const { numUpdatedRows } = await turn
          .updateTable('session')
          .set(row)
          .where('id', '=', id)
          .where('token_digest', '=', expected)
          .executeTakeFirst()
        return numUpdatedRows > 0n
      }),
    async of(readerId) {
      const rows = await read
        .selectFrom('session')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('used_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map(sessionFrom)
    },
    end: (readerId, id) =>
      inTurn(database, async (turn) => {
        const theirs = turn.deleteFrom('session').where('reader_id', '=', readerId)
        return (await theirs.where('id', '=', id).executeTakeFirst()).numDeletedRows > 0n
      }),
    endOthers: (readerId, except) =>
      inTurn(database, async (turn) => {
        const theirs = turn.deleteFrom('session').where('reader_id', '=', readerId)
        const query = except === null ? theirs : theirs.where('id', '!=', except)
        return Number((await query.executeTakeFirst()).numDeletedRows)
      }),
  }
}

/** Begins the session of a reader who proved who they are, in the transaction of the proof. */
export async function begin(
  turn: Kysely<Tables>,
  readerId: string,
  { session, instead }: Beginning,
): Promise<void> {
  if (instead !== null) {
    await turn
      .deleteFrom('session')
      .where(({ eb, or }) =>
        or([eb('token_digest', '=', instead), eb('former_digest', '=', instead)]),
      )
      .execute()
  }
  await turn
    .insertInto('session')
    .values(sessionRow({ ...session, readerId }))
    .execute()
}

function sessionWithReader(database: Kysely<Tables>, column: 'token_digest' | 'former_digest') {
  return database
    .selectFrom('session')
    .innerJoin('reader', 'reader.id', 'session.reader_id')
    .selectAll('session')
    .select([
      'session.id as session_id',
      'reader.address',
      'reader.address_key',
      'reader.name',
      'reader.locale',
      'reader.joined_at',
      'reader.choices',
    ])
    .where(`session.${column}`, '=', '')
}

function sessionRow(session: Session): Insertable<SessionTable> {
  return {
    id: session.id,
    reader_id: session.readerId,
    token_digest: session.tokenDigest,
    former_digest: session.formerDigest,
    former_until: session.formerUntil?.epochMilliseconds ?? null,
    browser: session.device.browser,
    system: session.device.system,
    means: session.means,
    began_at: session.beganAt.epochMilliseconds,
    used_at: session.usedAt.epochMilliseconds,
    rotated_at: session.rotatedAt.epochMilliseconds,
  }
}

const means: readonly Means[] = ['mail', 'passkey', 'provider']

function sessionFrom(row: Selectable<SessionTable>): Session {
  return {
    id: row.id,
    readerId: row.reader_id,
    device: { browser: row.browser, system: row.system },
    means: oneOf(row.means, means, 'means of signing in'),
    beganAt: instantFrom(row.began_at),
    usedAt: instantFrom(row.used_at),
    rotatedAt: instantFrom(row.rotated_at),
    tokenDigest: row.token_digest,
    formerDigest: row.former_digest,
    formerUntil: row.former_until === null ? null : instantFrom(row.former_until),
  }
}
