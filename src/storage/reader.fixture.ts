import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import {
  type Beginning,
  judgeIdentity,
  keysFrom,
  queuedMail,
  type Reader,
  type SignIn,
  type UseVerdict,
} from '#accounts'
import { newId } from '#ground/ids'
import type { Database } from './database.ts'
import { identities } from './identities.ts'
import { passkeys } from './passkeys.ts'
import { rates } from './rates.ts'
import { readers } from './readers.ts'
import { withRights } from './rights-of-reader.fixture.ts'
import { sessions } from './sessions.ts'
import { signIns } from './sign-ins.ts'

/** A day on the stand, for tests. */
export const morning = Temporal.Instant.from('2031-04-02T06:00:00Z')
export const keys = keysFrom(randomBytes(32))

export function ana(said: Partial<Reader> = {}): Reader {
  const address = { address: 'Ana@saltmere.example', addressKey: 'ana@saltmere.example' }
  return {
    id: newId(),
    ...address,
    name: '',
    locale: 'nl',
    joinedAt: morning,
    choices: [],
    ...said,
  }
}

export function askOf(said: Partial<SignIn> = {}): SignIn {
  return {
    id: newId(),
    purpose: 'sign-in',
    readerId: null,
    address: 'Ana@saltmere.example',
    addressKey: 'ana@saltmere.example',
    locale: 'nl',
    codeDigest: 'code',
    linkDigest: newId(),
    browserDigest: 'browser',
    returnPath: '/nl',
    askedAt: morning,
    endsAt: morning.add({ minutes: 10 }),
    tries: 0,
    usedAt: null,
    ...said,
  }
}

export function beginning(at = morning, instead: string | null = null): Beginning {
  const device = { browser: 'Firefox', system: 'Linux' }
  const times = { beganAt: at, usedAt: at, rotatedAt: at }
  const tokens = { tokenDigest: newId(), formerDigest: null, formerUntil: null }
  const session = { id: newId(), device, means: 'mail' as const, ...times, ...tokens }
  return { newReaderId: newId(), session, instead }
}

export const mailTo = (readerId: string | null, once?: string) =>
  queuedMail(
    keys,
    {
      kind: 'passkey-added',
      facts: { name: 'Telephone' },
      to: 'ana@saltmere.example',
      locale: 'nl',
    },
    { at: morning, readerId, ...(once === undefined ? {} : { once }) },
  )

export const useFirst = ([ask]: readonly SignIn[]): UseVerdict =>
  ask === undefined || ask.usedAt !== null ? { refuse: 'used', tried: [] } : { use: ask }

export async function signedIn(database: Database, at = morning, instead: string | null = null) {
  const store = signIns(database)
  const ask = askOf({ askedAt: at })
  await store.ask(ask, mailTo(null))
  const began = { ...beginning(at, instead), tell: () => mailTo(null) }
  const entered = await store.use({ link: ask.linkDigest }, useFirst, began)
  assert.ok(entered.ok)
  const { reader } = entered.value
  return { reader, session: { ...began.session, readerId: reader.id } }
}

/** A reader with a row in every table that may know one. */
export async function withEverything(database: Database) {
  const store = readers(database)
  const { reader } = await signedIn(database)
  await store.giveRole(reader.id, { kind: 'operator' }, morning)
  const spent = { digest: 'spent', until: morning.add({ minutes: 5 }) }
  const passkey = {
    ...{ id: 'key', readerId: reader.id, publicKey: 'AAAA', counter: 0, transports: [] },
    ...{ name: 'Telephone', synced: true, addedAt: morning, usedAt: null },
  }
  await passkeys(database).add(passkey, spent, mailTo(reader.id))
  const entering = { ...beginning(), join: () => reader, tell: () => mailTo(reader.id) }
  const vouched = {
    ...{ issuer: 'https://id.example', subject: '7', address: null, addressKey: null },
    ...{ addressVerified: false, name: '' },
  }
  const { id } = reader
  const [session] = await sessions(database).of(id)
  const instead = session?.tokenDigest ?? null
  await identities(database).use(vouched, id, judgeIdentity, { ...entering, instead })
  const change = { purpose: 'confirm-address', readerId: id, browserDigest: 'other' } as const
  await signIns(database).ask(askOf(change), mailTo(null))
  const endsAt = morning.add({ hours: 1 })
  await rates(database).take([{ name: 'ask-asker', key: 'k', part: 1, endsAt }], () => null)
  await withRights(database, id)
  return { reader, store }
}
