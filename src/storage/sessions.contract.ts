import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { judgeIdentity } from '#accounts'
import type { Database } from './database.ts'
import { identities } from './identities.ts'
import { passkeys } from './passkeys.ts'
import { ana, beginning, mailTo, morning, signedIn } from './reader.fixture.ts'
import { readers } from './readers.ts'
import { sessions } from './sessions.ts'

/** What signed-in browsers, passkeys and providers are promised, kept by every engine. */
export function sessionsContract(engine: string, open: () => Promise<Database>) {
  describe(`sessions on ${engine}`, { timeout: 60_000 }, () => {
    it('are found by both tokens and change for the quicker of two', async () => {
      await using database = await open()
      const { session, reader } = await signedIn(database)
      const store = sessions(database)
      assert.equal((await store.byToken(session.tokenDigest))?.reader.address, reader.address)
      const next = { ...session, tokenDigest: 'next', formerDigest: session.tokenDigest }
      assert.equal(await store.change(next, session.tokenDigest), true)
      assert.equal(await store.change({ ...next, tokenDigest: 'late' }, session.tokenDigest), false)
      for (const digest of ['next', session.tokenDigest]) {
        assert.equal((await store.byToken(digest))?.session.id, session.id)
      }
      assert.equal(await store.byToken('late'), null)
    })

    it('end one by one, or all but one, and only their own reader’s', async () => {
      await using database = await open()
      const { session, reader } = await signedIn(database)
      const store = sessions(database)
      const other = await signedIn(database, morning.add({ minutes: 1 }))
      assert.equal(await store.end('somebody else', session.id), false)
      assert.deepEqual(
        (await store.of(reader.id)).map(({ id }) => id),
        [other.session.id, session.id],
      )
      assert.equal(await store.endOthers(reader.id, session.id), 1)
      assert.equal(await store.byToken(other.session.tokenDigest), null)
      assert.equal(await store.end(reader.id, session.id), true)
      assert.deepEqual(await store.of(reader.id), [])
    })

    it('take the place of the one that the browser had', async () => {
      await using database = await open()
      const { session, reader } = await signedIn(database)
      await signedIn(database, morning.add({ minutes: 1 }), session.tokenDigest)
      const left = await sessions(database).of(reader.id)
      assert.equal(left.length, 1)
      assert.notEqual(left[0]?.id, session.id)
    })
  })

  describe(`passkeys on ${engine}`, { timeout: 60_000 }, () => {
    const spent = (digest: string) => ({ digest, until: morning.add({ minutes: 5 }) })
    const telephone = (readerId: string) => ({
      ...{ id: 'key', readerId, publicKey: 'AAAA', counter: 3, transports: ['internal'] },
      ...{ name: 'Telephone', synced: false, addedAt: morning, usedAt: null },
    })

    it('are added once, with a challenge that is spent', async () => {
      await using database = await open()
      const store = passkeys(database)
      const { id } = (await readers(database).findOrAdd(ana())).reader
      assert.equal((await store.add(telephone(id), spent('a'), mailTo(id))).ok, true)
      const again = await store.add(telephone(id), spent('b'), mailTo(id))
      assert.ok(!again.ok && again.reason === 'known')
      const reused = await store.add({ ...telephone(id), id: 'two' }, spent('a'), mailTo(id))
      assert.ok(!reused.ok && reused.reason === 'spent')
      assert.deepEqual(
        (await store.of(id)).map(({ transports }) => transports),
        [['internal']],
      )
      assert.equal(await store.rename(id, 'key', 'Old telephone'), true)
      assert.equal(await store.rename('somebody else', 'key', 'Mine'), false)
      assert.equal(await store.remove('somebody else', 'key'), false)
      assert.equal(await store.remove(id, 'key'), true)
    })

    it('begin a session, count upwards, and never take a challenge twice', async () => {
      await using database = await open()
      const store = passkeys(database)
      const { id } = (await readers(database).findOrAdd(ana())).reader
      await store.add(telephone(id), spent('a'), mailTo(id))
      const use = (counter: number, digest: string) =>
        store.use({ id: 'key', counter, synced: true }, spent(digest), beginning())
      const race = await Promise.all([use(4, 'b'), use(5, 'b')])
      assert.deepEqual(
        race.map((one) => (one.ok ? 'in' : one.reason)),
        ['in', 'spent'],
      )
      const copied = await use(4, 'c')
      assert.ok(!copied.ok && copied.reason === 'copied')
      const kept = await store.byId('key')
      assert.deepEqual([kept?.counter, kept?.synced], [4, true])
      assert.equal((await sessions(database).of(id)).length, 1)
    })
  })

  describe(`identities on ${engine}`, { timeout: 60_000 }, () => {
    const vouched = {
      ...{ issuer: 'https://id.example', subject: '7', address: 'ana@saltmere.example' },
      ...{ addressKey: 'ana@saltmere.example', addressVerified: true, name: 'Ana' },
    }
    const vouching = () => ({ ...beginning(), join: () => ana(), tell: () => mailTo(null) })

    it('make a reader, and then know them by issuer and subject alone', async () => {
      await using database = await open()
      const store = identities(database)
      const first = await store.use(vouched, null, judgeIdentity, vouching())
      assert.ok(first.ok && first.value.isNew)
      const bare = { ...vouched, address: null, addressKey: null, addressVerified: false }
      const again = await store.use(bare, null, judgeIdentity, vouching())
      assert.ok(again.ok && again.value.reader.id === first.value.reader.id)
      const stranger = await store.use({ ...bare, subject: '8' }, null, judgeIdentity, vouching())
      assert.ok(!stranger.ok && stranger.reason === 'address-not-verified')
      const { id } = first.value.reader
      assert.equal((await store.of(id)).length, 1)
      assert.equal(await store.remove(id, vouched), true)
      assert.equal(await store.remove(id, vouched), false)
    })
  })
}
