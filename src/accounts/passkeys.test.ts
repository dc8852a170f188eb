import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type Accounts, openAccounts } from '../storage/account-stand.fixture.ts'
import { ana, beginning, signedIn } from '../storage/reader.fixture.ts'
import { addPasskey, passkeyToAdd, type SignedInReader } from './add-passkey.ts'
import { newAuthenticator } from './authenticator.fixture.ts'
import { recognise } from './recognise.ts'
import { passkeyToUse, signInByPasskey } from './sign-in-by-passkey.ts'

let stand: Accounts
let here: SignedInReader
const browser = { userAgent: 'Firefox/150 (X11; Linux)', sessionToken: null }

before(async () => {
  stand = await openAccounts()
  here = await signedIn(stand.database)
  await stand.post()
})
after(() => stand[Symbol.asyncDispose]())

const challengeOf = (options: object) =>
  'challenge' in options && typeof options.challenge === 'string' ? options.challenge : ''
const toAdd = async () => challengeOf(await passkeyToAdd(stand.needs, here.reader))
const toUse = async () => challengeOf(await passkeyToUse(stand.needs))

async function added(name = '') {
  const device = newAuthenticator()
  const answer = device.create({ challenge: await toAdd() })
  assert.deepEqual(await addPasskey(stand.needs, here, { answer, name }), {
    ok: true,
    value: 'added',
  })
  return device
}

const enter = async (answer: unknown) => {
  const entered = await signInByPasskey(stand.needs, answer, browser)
  return entered.ok ? entered.value.reader.id : entered.reason
}

describe('a passkey', () => {
  it('is added by its reader, who is told by mail, and signs in without an address', async () => {
    const device = await added('My telephone')
    const [mail] = await stand.post()
    assert.ok(mail?.kind === 'passkey-added' && mail.facts.name === 'My telephone')
    const options = await passkeyToUse(stand.needs)
    assert.ok(!('allowCredentials' in options) || options.allowCredentials === undefined)
    const answer = device.get({ challenge: challengeOf(options) }, here.reader.id)
    const entered = await signInByPasskey(stand.needs, answer, browser)
    assert.ok(entered.ok && entered.value.reader.id === here.reader.id)
    const seen = await recognise(stand.needs, entered.value.token)
    assert.ok(seen.kind === 'reader' && seen.session.means === 'passkey')
    const [kept] = (await stand.needs.passkeys.of(here.reader.id)).filter(
      ({ id }) => id === device.id,
    )
    assert.ok(kept?.usedAt?.equals(stand.needs.clock()))
  })

  it('signs a challenge of ours, once, in time, and for nothing else', async () => {
    const device = await added()
    const challenge = await toUse()
    const get = (said: string) => device.get({ challenge: said }, here.reader.id)
    assert.equal(await enter(get(challenge)), here.reader.id)
    assert.equal(await enter(get(challenge)), 'spent')
    assert.equal(await enter(get(await toAdd())), 'not-verified')
    const forged = Buffer.from(await toUse(), 'base64url')
    forged[10] = (forged[10] ?? 0) ^ 1
    assert.equal(await enter(get(forged.toString('base64url'))), 'not-verified')
    const late = await toUse()
    stand.wait({ minutes: 5 })
    assert.equal(await enter(get(late)), 'not-verified')
  })

  it('is nobody’s from another site, without its owner’s finger, or from another device', async () => {
    const device = await added()
    const readerId = here.reader.id
    const challenge = await toUse()
    const wrong = [
      device.get({ challenge, origin: 'https://evil.example' }, readerId),
      device.get({ challenge, verified: false }, readerId),
      device.get({ challenge }, 'somebody else'),
      { ...newAuthenticator().get({ challenge }, readerId), id: device.id, rawId: device.id },
      newAuthenticator('evil.example').get({ challenge }, readerId),
    ]
    const reasons = await Promise.all(wrong.map(enter))
    assert.deepEqual(reasons, [...Array(4).fill('not-verified'), 'unknown'])
    // None of these spent the challenge.
    assert.equal(await enter(device.get({ challenge }, readerId)), readerId)
  })

  it('that was copied is noticed by its counter', async () => {
    const device = await added()
    const readerId = here.reader.id
    const get = async (counter: number) =>
      device.get({ challenge: await toUse(), counter }, readerId)
    assert.equal(await enter(await get(7)), readerId)
    assert.equal(await enter(await get(8)), readerId)
    assert.equal(await enter(await get(8)), 'copied')
    assert.equal(await enter(await get(3)), 'copied')
  })

  it('is not added with an answer that is none, to another reader, or twice', async () => {
    const add = async (answer: unknown, to = here) => {
      const done = await addPasskey(stand.needs, to, { answer, name: '' })
      return done.ok ? done.value : done.reason
    }
    const device = newAuthenticator()
    const challenge = await toAdd()
    const other = await stand.needs.readers.findOrAdd(ana({ addressKey: 'other@saltmere.example' }))
    assert.equal(
      await add(device.create({ challenge }), { ...here, reader: other.reader }),
      'bad-answer',
    )
    assert.equal(
      await add(device.create({ challenge, origin: 'https://evil.example' })),
      'bad-answer',
    )
    assert.equal(await add(device.create({ challenge, verified: false })), 'bad-answer')
    for (const junk of [
      null,
      7,
      {},
      { id: 'x' },
      JSON.parse(
        '{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"AA","attestationObject":"AA"}}',
      ),
    ]) {
      assert.equal(await add(junk), 'bad-answer')
      assert.match(await enter(junk), /^(?:bad-answer|unknown)$/)
    }
    assert.equal(await add(device.create({ challenge })), 'added')
    assert.equal(await add(device.create({ challenge: await toAdd() })), 'known')
    assert.equal(await add(newAuthenticator().create({ challenge })), 'spent')
  })

  it('is not added by a session that is an hour old', async () => {
    const session = { ...beginning().session, readerId: here.reader.id }
    stand.wait({ hours: 1 })
    const answer = newAuthenticator().create({ challenge: await toAdd() })
    const done = await addPasskey(
      stand.needs,
      { reader: here.reader, session },
      { answer, name: '' },
    )
    assert.ok(!done.ok && done.reason === 'not-fresh')
  })
})
