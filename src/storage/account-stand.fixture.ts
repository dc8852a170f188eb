import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mail, mailIn } from '#accounts'
import { openSqlite } from './engines/sqlite.ts'
import { identities } from './identities.ts'
import { mails } from './mails.ts'
import { migrate } from './migrate.ts'
import { passkeys } from './passkeys.ts'
import { rates } from './rates.ts'
import { keys, morning } from './reader.fixture.ts'
import { readers } from './readers.ts'
import { sessions } from './sessions.ts'
import { signIns } from './sign-ins.ts'
import { sweeper } from './sweep.ts'

/** The stores of accounts on a database of their own, and a clock that tests move. */
export async function openAccounts() {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-accounts-'))
  const database = openSqlite(join(folder, 'kiosk.db'))
  await migrate(database)
  let now = morning
  const queue = mails(database)
  const needs = {
    readers: readers(database),
    signIns: signIns(database),
    sessions: sessions(database),
    passkeys: passkeys(database),
    identities: identities(database),
    rates: rates(database),
    sweeper: sweeper(database),
    mails: queue,
    keys,
    clock: () => now,
    stand: { name: 'The Saltmere Stand', publicUrl: new URL('http://localhost:3000') },
    forgetLetters: async () => {},
  }
  return {
    needs,
    database,
    folder,
    wait: (length: { days?: number; hours?: number; minutes?: number; seconds?: number }) => {
      const { days = 0, hours = 0, ...others } = length
      now = now.add({ hours: days * 24 + hours, ...others })
    },
    /** The mails that wait, opened, the oldest first; they are gone from the queue then. */
    async post(): Promise<readonly Mail[]> {
      const taken = await queue.take(now, now.add({ minutes: 5 }), 99)
      const opened = taken.flatMap((mail) => mailIn(keys, mail) ?? [])
      for (const { id } of taken) await queue.done(id, 'sent', now)
      return opened
    },
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true })
    },
  }
}

export type Accounts = Awaited<ReturnType<typeof openAccounts>>

/** A browser that asks to sign in, types codes and follows links. */
export function browserAt(askedFrom = '203.0.113.7', userAgent = 'Firefox/200 (X11; Linux)') {
  let secret: string | null = null
  const linkTo = (token: string) => new URL(`http://localhost:3000/nl/sign-in/${token}`)
  return {
    linkTo,
    ask: (address: string, returnTo = '/nl') => ({
      ...{ address, browserSecret: secret, returnTo, locale: 'nl', askedFrom, linkTo },
    }),
    keep: (given: string) => {
      secret = given
    },
    visitor: (sessionToken: string | null = null) => ({
      ...{ userAgent, sessionToken, browserSecret: secret, askedFrom },
    }),
  }
}
