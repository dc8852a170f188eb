import assert from 'node:assert/strict'
import { makeVouchers } from '#access'
import { askSignIn, useCode } from '#accounts'
import type { Database } from '#storage'
import { sellingGold } from './access.fixture.ts'
import type { AccessNeeds, Shop } from './needs.ts'
import { openReaders } from './reader/readers.fixture.ts'
import { standWith } from './stand.fixture.ts'
import { stories, type Told } from './stories.fixture.ts'
import { visitTo } from './visit.fixture.ts'

/** A stand that sells GOLD, on a real database, and readers who visit it. */
export async function openGoldStand(
  told: readonly Told[] = stories,
  shopOn?: (database: Database, access: AccessNeeds) => Shop,
) {
  const readers = await openReaders()
  const { accounts, clock, database } = readers
  const { access: unsold, gold, vouchers } = await sellingGold(database, clock)
  const access = { ...unsold, shop: shopOn?.(database, unsold) ?? null }
  const stand = standWith({ stories: told, changed: { accounts, access, clock } })
  const visit = visitTo(stand)
  return {
    stand,
    visit,
    access,
    gold,
    wait: readers.wait,
    /** Somebody with an account who is signed in. */
    async reader(address = 'ana@saltmere.example') {
      const token = await signIn(readers, address)
      const headers = { cookie: `__Host-session=${token}`, 'sec-fetch-site': 'same-origin' }
      const key = (await accounts.readers.byAddress(address))?.id
      assert.ok(key)
      return {
        id: key,
        cookie: headers.cookie,
        get: (path: string, more: Readonly<Record<string, string>> = {}) =>
          visit(path, { headers: { ...headers, ...more } }),
        head: (path: string) => visit(path, { method: 'HEAD', headers }),
        post: (
          path: string,
          fields: Readonly<Record<string, string>>,
          more: Readonly<Record<string, string>> = {},
        ) => {
          const body = new URLSearchParams(fields)
          return visit(path, { method: 'POST', headers: { ...headers, ...more }, body })
        },
      }
    },
    /** The code of a fresh voucher. */
    async voucher(months: number) {
      const draft = { planId: gold.id, months, batch: '', until: null }
      const [code = ''] = await makeVouchers({ vouchers, clock }, draft, 1)
      return code
    },
    [Symbol.asyncDispose]: () => readers[Symbol.asyncDispose](),
  }
}

type Readers = Awaited<ReturnType<typeof openReaders>>

async function signIn(readers: Readers, address: string): Promise<string> {
  const needs = { ...readers.accounts, clock: readers.clock }
  const asker = { browserSecret: null, askedFrom: '203.0.113.7', locale: 'en' }
  const linkTo = (token: string) => new URL(`https://stand.example/en/sign-in/link/${token}`)
  const asked = await askSignIn(needs, { ...asker, address, returnTo: '/en', linkTo })
  assert.ok(asked.ok)
  const mail = (await readers.post()).find(({ kind }) => kind === 'sign-in')
  assert.ok(mail?.kind === 'sign-in')
  const { browserSecret } = asked.value
  const visitor = { ...asker, browserSecret, userAgent: '', sessionToken: null }
  const used = await useCode(needs, mail.facts.code, visitor)
  assert.ok(used.ok)
  return used.value.token
}
