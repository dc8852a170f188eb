import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keysFrom, type Mail, mailIn } from '#accounts'
import {
  identities,
  mails,
  migrate,
  openSqlite,
  passkeys,
  rates,
  readers,
  sessions,
  signIns,
} from '#storage'
import type { AccountNeeds } from '../needs.ts'

const unasked = () => {
  throw new Error('Nobody has an account at this stand')
}
const empty = <Store extends object>(): Store =>
  new Proxy(Object.create(null), { get: () => unasked })

/** Accounts of a stand where no reader comes by: to ask them is a mistake. */
export const nobody: AccountNeeds = {
  readers: empty(),
  signIns: empty(),
  sessions: empty(),
  passkeys: empty(),
  identities: empty(),
  // What strangers do is counted too, and here nothing is ever too much.
  rates: { take: async () => null },
  keys: keysFrom(new Uint8Array(32)),
  provider: null,
  keepsMail: false,
  forgetLetters: async () => {},
}

const morning = Temporal.Instant.from('2025-05-20T10:00:00Z')

/** Accounts on a real database, the mails they send, and a clock that tests move. */
export async function openReaders(said: Partial<AccountNeeds> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-readers-'))
  const database = openSqlite(join(folder, 'kiosk.db'))
  await migrate(database)
  let now = morning
  const keys = keysFrom(randomBytes(32))
  const queue = mails(database)
  const accounts: AccountNeeds = {
    readers: readers(database),
    signIns: signIns(database),
    sessions: sessions(database),
    passkeys: passkeys(database),
    identities: identities(database),
    rates: rates(database),
    keys,
    provider: null,
    keepsMail: false,
    forgetLetters: async () => {},
    ...said,
  }
  return {
    accounts,
    database,
    clock: () => now,
    wait: (length: { hours?: number; minutes?: number; seconds?: number }) => {
      now = now.add(length)
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

export type OpenReaders = Awaited<ReturnType<typeof openReaders>>
