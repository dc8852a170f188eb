import type { Insertable, Kysely, Selectable } from 'kysely'
import { type Entered, mostOpen, type SignIn, type SignIns, type UseRefusal } from '#accounts'
import { bad, good, type Outcome } from '#ground/outcome'
import { instantFrom, oneOf } from './columns.ts'
import { type Database, inTurn } from './database.ts'
import { queueMail } from './mails.ts'
import { findOrAddReader, readerByAddress, readerById } from './reader-rows.ts'
import { begin } from './sessions.ts'
import type { SignInTable, Tables } from './tables.ts'

type Using = Parameters<SignIns['use']>[2]

export function signIns(database: Database): SignIns {
  return {
    ask: (signIn, mail) =>
      inTurn(database, async (turn) => {
        await turn.insertInto('sign_in').values(signInRow(signIn)).execute()
        const asks = await asksOf(turn, 'browser_digest', signIn.browserDigest)
        const old = asks.slice(mostOpen).map(({ id }) => id)
        if (old.length > 0) await turn.deleteFrom('sign_in').where('id', 'in', old).execute()
        await queueMail(turn, mail)
      }),
    ofBrowser: (browser) => asksOf(database.read, 'browser_digest', browser),
    use: (which, judge, using) =>
      inTurn(database, async (turn) => {
        const asks =
          'link' in which
            ? await asksOf(turn, 'link_digest', which.link)
            : await asksOf(turn, 'browser_digest', which.browser)
        const verdict = judge(asks)
        if ('refuse' in verdict) {
          await countTries(turn, verdict.tried)
          return bad(verdict.refuse)
        }
        const ask = verdict.use
        const entered =
          ask.purpose === 'sign-in'
            ? await enter(turn, ask, using)
            : await changeAddress(turn, ask, using)
        if (entered.ok) await spend(turn, ask, using)
        return entered.ok ? good({ ...entered.value, ask }) : entered
      }),
  }
}

/** The newest first. */
async function asksOf(
  database: Kysely<Tables>,
  column: 'browser_digest' | 'link_digest',
  digest: string,
): Promise<readonly SignIn[]> {
  const rows = await database
    .selectFrom('sign_in')
    .selectAll()
    .where(column, '=', digest)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(signInFrom)
}

async function countTries(turn: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await turn
    .updateTable('sign_in')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('id', 'in', ids)
    .execute()
}

async function enter(
  turn: Kysely<Tables>,
  ask: SignIn,
  using: Using,
): Promise<Outcome<Entered, UseRefusal>> {
  const { address, addressKey, locale } = ask
  const id = using.newReaderId
  const joinedAt = using.session.beganAt
  const newcomer = { id, address, addressKey, locale, name: '', joinedAt, choices: [] }
  const entered = await findOrAddReader(turn, newcomer)
  await begin(turn, entered.reader.id, using)
  return good(entered)
}

async function changeAddress(
  turn: Kysely<Tables>,
  ask: SignIn,
  using: Using,
): Promise<Outcome<Entered, UseRefusal>> {
  const { address, addressKey, readerId } = ask
  const former = readerId === null ? null : await readerById(turn, readerId)
  const there = await readerByAddress(turn, addressKey)
  if (former === null || (there !== null && there.id !== former.id)) return bad('overtaken')
  const reader = { ...former, address, addressKey }
  const changed = { address, address_key: addressKey }
  await turn.updateTable('reader').set(changed).where('id', '=', reader.id).execute()
  // Whoever could read the former address, or sat at another browser, is out.
  await turn.deleteFrom('session').where('reader_id', '=', reader.id).execute()
  await turn
    .deleteFrom('sign_in')
    .where('address_key', '=', former.addressKey)
    .where('id', '!=', ask.id)
    .execute()
  await begin(turn, reader.id, using)
  await queueMail(turn, using.tell(former, ask))
  return good({ reader, isNew: false })
}

/** The other codes that this browser was sent are of no use any more either. */
async function spend(turn: Kysely<Tables>, ask: SignIn, { session }: Using): Promise<void> {
  await turn
    .updateTable('sign_in')
    .set({ used_at: session.beganAt.epochMilliseconds })
    .where('browser_digest', '=', ask.browserDigest)
    .where('used_at', 'is', null)
    .execute()
}

function signInRow(signIn: SignIn): Insertable<SignInTable> {
  return {
    id: signIn.id,
    purpose: signIn.purpose,
    reader_id: signIn.readerId,
    address: signIn.address,
    address_key: signIn.addressKey,
    locale: signIn.locale,
    code_digest: signIn.codeDigest,
    link_digest: signIn.linkDigest,
    browser_digest: signIn.browserDigest,
    return_path: signIn.returnPath,
    asked_at: signIn.askedAt.epochMilliseconds,
    ends_at: signIn.endsAt.epochMilliseconds,
    tries: signIn.tries,
    used_at: signIn.usedAt?.epochMilliseconds ?? null,
  }
}

function signInFrom(row: Selectable<SignInTable>): SignIn {
  return {
    id: row.id,
    purpose: oneOf(row.purpose, ['sign-in', 'confirm-address'], 'purpose of an ask'),
    readerId: row.reader_id,
    address: row.address,
    addressKey: row.address_key,
    locale: row.locale,
    codeDigest: row.code_digest,
    linkDigest: row.link_digest,
    browserDigest: row.browser_digest,
    returnPath: row.return_path,
    askedAt: instantFrom(row.asked_at),
    endsAt: instantFrom(row.ends_at),
    tries: Number(row.tries),
    usedAt: row.used_at === null ? null : instantFrom(row.used_at),
  }
}
