import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Database } from './database.ts'
import { shares } from './everything.ts'
import { mailsContract } from './mails.contract.ts'
import { mails } from './mails.ts'
import { passkeys } from './passkeys.ts'
import {
  ana,
  askOf,
  beginning,
  mailTo,
  morning,
  useFirst,
  withEverything,
} from './reader.fixture.ts'
import { readers } from './readers.ts'
import { sessionsContract } from './sessions.contract.ts'
import { sessions } from './sessions.ts'
import { signIns } from './sign-ins.ts'
import { sweeper } from './sweep.ts'

/** What the stores of accounts promise, kept by every engine. */
export function accountsContract(engine: string, open: () => Promise<Database>) {
  sessionsContract(engine, open)
  mailsContract(engine, open)

  const entering = (at = morning, instead: string | null = null) => ({
    ...beginning(at, instead),
    tell: () => mailTo(null),
  })

  describe(`readers on ${engine}`, { timeout: 60_000 }, () => {
    it('are one for each address, however many ask at once', async () => {
      await using database = await open()
      const store = readers(database)
      const both = await Promise.all([store.findOrAdd(ana()), store.findOrAdd(ana())])
      assert.deepEqual(both.map(({ added }) => added).sort(), [false, true])
      assert.equal((await store.all()).length, 1)
      const found = await store.byAddress('ana@saltmere.example')
      assert.equal(found?.address, 'Ana@saltmere.example')
      assert.ok(found?.joinedAt.equals(morning))
    })

    it('have roles, each once', async () => {
      await using database = await open()
      const store = readers(database)
      const { id } = (await store.findOrAdd(ana())).reader
      const role = { kind: 'publisher', publicationId: 'tide' } as const
      assert.equal(await store.giveRole(id, role, morning), true)
      assert.equal(await store.giveRole(id, role, morning), false)
      await store.giveRole(id, { kind: 'editor', publicationId: null }, morning.add({ hours: 1 }))
      const roles = (await store.rolesOf([id])).get(id)
      assert.deepEqual(roles, [role, { kind: 'editor', publicationId: null }])
      assert.equal(await store.takeRole(id, role), true)
      assert.equal(await store.takeRole(id, role), false)
      assert.equal((await store.rolesOf([])).size, 0)
    })

    it('change what is said of them, and nothing else', async () => {
      await using database = await open()
      const store = readers(database)
      const { id } = (await store.findOrAdd(ana())).reader
      assert.equal((await store.change(id, { name: 'Ana' }))?.locale, 'nl')
      assert.deepEqual((await store.change(id, { choices: ['news'] }))?.choices, ['news'])
      assert.equal((await store.byId(id))?.name, 'Ana')
      assert.equal(await store.change('nobody', { name: 'x' }), null)
    })

    it('get everything that any table knows of them, and leave nothing when they go', async () => {
      await using database = await open()
      const { reader, store } = await withEverything(database)
      const tables = await database.read.introspection.getTables()
      const knowing = tables
        .filter(({ columns }) => columns.some(({ name }) => name === 'reader_id'))
        .map(({ name }) => name)
      assert.deepEqual(shares.map(({ table }) => table).sort(), ['reader', ...knowing].sort())
      const everything = await store.everything(reader.id)
      for (const { table } of shares) assert.notEqual(everything[table]?.length, 0, table)
      assert.equal(everything.session?.[0]?.began_at, '2031-04-02T06:00:00Z')
      assert.equal(everything.passkey?.[0]?.synced, true)
      assert.doesNotMatch(JSON.stringify(everything), /digest|sealed/)

      assert.equal(await store.remove(reader.id, mailTo(null)), true)
      assert.equal(await store.remove(reader.id, null), false)
      for (const { table } of shares)
        assert.equal((await store.everything(reader.id))[table]?.length, 0)
      for (const { name } of tables) {
        const rows = await database.read
          .selectFrom(database.read.dynamic.table(name as 'reader').as('any'))
          .selectAll()
          .execute()
        assert.doesNotMatch(JSON.stringify(rows), new RegExp(`${reader.id}|saltmere`, 'i'), name)
      }
    })
  })

  describe(`signing in on ${engine}`, { timeout: 60_000 }, () => {
    it('makes the reader once, and uses an ask once, in a race too', async () => {
      await using database = await open()
      const store = signIns(database)
      await store.ask(askOf({ linkDigest: 'link' }), mailTo(null))
      const [one, other] = await Promise.all([
        store.use({ link: 'link' }, useFirst, entering()),
        store.use({ browser: 'browser' }, useFirst, entering()),
      ])
      assert.deepEqual([one.ok, other.ok].sort(), [false, true])
      const entered = one.ok ? one : other
      assert.ok(entered.ok && entered.value.isNew)
      assert.equal(entered.value.ask.returnPath, '/nl')
      assert.equal((await sessions(database).of(entered.value.reader.id)).length, 1)
    })

    it('counts wrong tries, keeps the newest three asks of a browser, and its mail', async () => {
      await using database = await open()
      const store = signIns(database)
      for (const minutes of [1, 2, 3, 4]) {
        const askedAt = morning.add({ minutes })
        await store.ask(askOf({ askedAt }), mailTo(null))
      }
      const asks = await store.ofBrowser('browser')
      const minutes = asks.map(({ askedAt }) => askedAt.since(morning).total('minutes'))
      assert.deepEqual(minutes, [4, 3, 2])
      const tried = asks.slice(0, 2).map(({ id }) => id)
      const wrong = await store.use(
        { browser: 'browser' },
        () => ({ refuse: 'wrong', tried }),
        entering(),
      )
      assert.ok(!wrong.ok && wrong.reason === 'wrong')
      assert.deepEqual(
        (await store.ofBrowser('browser')).map(({ tries }) => tries),
        [1, 1, 0],
      )
      assert.equal((await mails(database).take(morning, morning.add({ hours: 1 }), 9)).length, 4)
    })

    it('changes an address: every session ends, the former address is told', async () => {
      await using database = await open()
      const store = signIns(database)
      const { reader } = await readers(database).findOrAdd(ana())
      await store.ask(askOf({ linkDigest: 'old' }), mailTo(null))
      await store.use({ link: 'old' }, useFirst, entering())
      const fresh = { address: 'ana@new.example', addressKey: 'ana@new.example' }
      const change = askOf({
        ...fresh,
        purpose: 'confirm-address',
        readerId: reader.id,
        linkDigest: 'new',
      })
      await store.ask(change, mailTo(null))
      await store.ask(askOf({ linkDigest: 'late', browserDigest: 'thief' }), mailTo(null))
      let told = ''
      const changed = await store.use({ link: 'new' }, useFirst, {
        ...entering(morning.add({ hours: 1 })),
        tell: (former) => {
          told = former.address
          return mailTo(former.id)
        },
      })
      assert.ok(changed.ok && !changed.value.isNew)
      assert.equal(changed.value.reader.address, 'ana@new.example')
      assert.equal(told, 'Ana@saltmere.example')
      assert.equal((await sessions(database).of(reader.id)).length, 1)
      assert.deepEqual(await store.ofBrowser('thief'), [])
    })

    it('does not give one address to two readers', async () => {
      await using database = await open()
      const store = signIns(database)
      const { reader } = await readers(database).findOrAdd(ana())
      await readers(database).findOrAdd(ana({ address: 'b@x.example', addressKey: 'b@x.example' }))
      const taken = { address: 'b@x.example', addressKey: 'b@x.example', readerId: reader.id }
      await store.ask(
        askOf({ ...taken, purpose: 'confirm-address', linkDigest: 'l' }),
        mailTo(null),
      )
      const used = await store.use({ link: 'l' }, useFirst, entering())
      assert.ok(!used.ok && used.reason === 'overtaken')
      assert.equal((await readers(database).byId(reader.id))?.addressKey, 'ana@saltmere.example')
    })
  })

  it(`forgets on ${engine} what serves nobody any more, and nothing else`, async () => {
    await using database = await open()
    const { reader } = await withEverything(database)
    await sweeper(database).sweep(morning)
    assert.equal((await sessions(database).of(reader.id)).length, 1)
    assert.equal((await signIns(database).ofBrowser('browser')).length, 1)
    await sweeper(database).sweep(morning.add({ hours: 31 * 24 }))
    for (const table of ['session', 'sign_in', 'spent_challenge', 'rate'] as const) {
      assert.deepEqual(await database.read.selectFrom(table).selectAll().execute(), [], table)
    }
    assert.equal((await readers(database).all()).length, 1)
    assert.equal((await passkeys(database).of(reader.id)).length, 1)
  })
}
