import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { askProvider, type Back, signInByProvider } from '#accounts'
import { type Accounts, openAccounts } from '../storage/account-stand.fixture.ts'
import { openIdentityProvider, type Person } from './identity-provider.fixture.ts'
import { openOidc } from './oidc.ts'

const callback = new URL('http://localhost:3000/sign-in/provider')
const browser = { userAgent: '', sessionToken: null }

let idp: Awaited<ReturnType<typeof openIdentityProvider>>
let stand: Accounts
before(async () => {
  idp = await openIdentityProvider(callback)
  stand = await openAccounts()
})
after(async () => {
  await idp[Symbol.asyncDispose]()
  await stand[Symbol.asyncDispose]()
})

const settings = (inside = true) => ({
  ...{ issuer: idp.issuer, clientId: 'kiosk', clientSecret: 'hush', name: 'Saltmere', inside },
})
const needs = () => ({ ...stand.needs, provider: openOidc(settings()) })

/** Goes to the provider and comes back as this person, with whatever the test changes on the way. */
async function back(person: Person, readerId: string | null = null, changed: Partial<Back> = {}) {
  idp.is(person)
  const asked = await askProvider(needs(), {
    ...{ callback, returnTo: '/nl/tide#rest', locale: 'nl', askedFrom: '203.0.113.7', readerId },
  })
  assert.ok(asked.ok, JSON.stringify(asked))
  const { address, sealed } = asked.value
  return { ...browser, address: await idp.visit(address), sealed, readerId, ...changed }
}

const outcomeOf = async (visitor: Back) => {
  const entered = await signInByProvider(needs(), visitor)
  return entered.ok ? entered.value.reader.address : entered.reason.kind
}

describe('a reader whom a provider vouches for', () => {
  const ana = { sub: '7', email: 'Ana@saltmere.example', email_verified: true, name: 'Ana' }

  it('joins with their checked address, and is known again by issuer and subject', async () => {
    const first = await signInByProvider(needs(), await back(ana))
    assert.ok(first.ok && first.value.isNew)
    assert.deepEqual(
      [first.value.reader.address, first.value.reader.name, first.value.returnPath],
      ['Ana@saltmere.example', 'Ana', '/nl/tide#rest'],
    )
    const again = await signInByProvider(
      needs(),
      await back({ sub: '7', email: 'other@x.example' }),
    )
    assert.ok(again.ok && again.value.reader.id === first.value.reader.id)
  })

  it('gets no account by an address that the provider did not check', async () => {
    const known = { sub: '8', email: 'ana@saltmere.example', email_verified: false }
    const unknown = { sub: '9', email: 'new@saltmere.example' }
    for (const person of [known, unknown, { sub: '10' }]) {
      assert.equal(await outcomeOf(await back(person)), 'address-not-verified')
    }
    assert.equal(
      await outcomeOf(await back({ ...known, email_verified: true })),
      'Ana@saltmere.example',
    )
    const [mail] = (await stand.post()).filter(({ kind }) => kind === 'provider-added')
    assert.ok(mail?.kind === 'provider-added' && mail.to === 'Ana@saltmere.example')
  })

  it('is added to the account that asked, in its own browser only', async () => {
    const { reader } = await stand.needs.readers.findOrAdd({
      ...{ id: 'bram', address: 'bram@x.example', addressKey: 'bram@x.example', name: '' },
      ...{ locale: 'nl', joinedAt: stand.needs.clock(), choices: [] },
    })
    const there = await back({ sub: '11' }, reader.id)
    assert.equal(await outcomeOf({ ...there, readerId: null }), 'foreign-browser')
    assert.equal(await outcomeOf(await back({ sub: '11' }, reader.id)), 'bram@x.example')
    assert.equal(await outcomeOf(await back({ sub: '7' }, reader.id)), 'of-another-reader')
    const identities = await stand.needs.identities.of(reader.id)
    assert.deepEqual(
      identities.map(({ subject, issuer }) => [subject, issuer]),
      [['11', idp.issuer.origin]],
    )
  })

  it('comes back with the state, the code and the cookie of this very visit', async () => {
    const good = await back(ana)
    const other = await back(ana)
    assert.equal(await outcomeOf({ ...good, sealed: null }), 'foreign-browser')
    assert.equal(
      await outcomeOf({ ...good, sealed: `${good.sealed}A`.slice(1) }),
      'foreign-browser',
    )
    assert.equal(await outcomeOf({ ...good, sealed: other.sealed }), 'untrustworthy')
    const stolen = new URL(good.address)
    stolen.searchParams.set('code', other.address.searchParams.get('code') ?? '')
    assert.equal(await outcomeOf({ ...good, address: stolen }), 'untrustworthy')
    const denied = new URL(good.address)
    denied.searchParams.delete('code')
    denied.searchParams.set('error', 'access_denied')
    assert.equal(await outcomeOf({ ...good, address: denied }), 'refused')
    assert.equal(await outcomeOf(good), 'Ana@saltmere.example')
    assert.equal(await outcomeOf(good), 'untrustworthy')
    stand.wait({ minutes: 10 })
    assert.equal(await outcomeOf(other), 'expired')
  })
})

describe('a provider', () => {
  it('on a private address is asked only when the operator says that it is inside', async () => {
    const begun = await openOidc(settings(false)).begin(callback)
    assert.ok(!begun.ok && begun.reason.kind === 'unreachable')
    assert.match(begun.reason.message, /public internet/)
    assert.equal((await openOidc(settings()).begin(callback)).ok, true)
  })

  it('that is away is said to be away, and asked again the next time', async () => {
    const gone = { ...settings(), issuer: new URL('http://127.0.0.1:1') }
    const begun = await openOidc(gone).begin(callback)
    assert.ok(!begun.ok && begun.reason.kind === 'unreachable')
  })
})
