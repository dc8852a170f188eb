import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Options, UsageError } from './call.ts'
import { calledStand } from './called-stand.fixture.ts'
import { reader } from './reader.ts'

const called = await calledStand({ KIOSK_LANGUAGE: 'nl' })
const { stand } = called

const call = (words: string, options?: Options) => called.call(reader, words.split(' '), options)

const known = (key: string) => stand.accounts.readers.byAddress(key)

async function rolesOf(key: string) {
  const { id = '' } = (await known(key)) ?? {}
  return (await stand.accounts.readers.rolesOf([id])).get(id) ?? []
}

describe('kiosk reader', () => {
  it('adds somebody once, with a role, in the language of the stand', async () => {
    assert.equal(await call('add Ana@Saltmere.example', { role: 'operator' }), 0)
    assert.equal(await call('add ana@saltmere.example'), 0)
    assert.deepEqual(await rolesOf('ana@saltmere.example'), [{ kind: 'operator' }])
    assert.equal((await known('ana@saltmere.example'))?.locale, 'nl')
    assert.equal(await call('list', { json: true }), 0)
  })

  it('refuses what it cannot understand, and adds nobody then', async () => {
    const wrong: readonly (readonly [string, Options?])[] = [
      ...([['add'], ['add ana'], ['add a@x.example b@x.example'], ['shout'], ['']] as const),
      ['add new@x.example', { role: 'king' }],
      ['add new@x.example', { role: 'publisher' }],
      ['add new@x.example', { role: 'editor', publication: 'nowhere' }],
      ['add new@x.example', { role: 'operator', publication: 'tide' }],
      ['add new@x.example', { publication: 'tide' }],
    ]
    for (const [words, options] of wrong)
      await assert.rejects(call(words, options), UsageError, words)
    assert.equal(await known('new@x.example'), null)
  })

  it('takes a role away, and then the reader, who is told', async () => {
    await call('add bram@saltmere.example', { role: 'editor' })
    assert.equal(await call('remove bram@saltmere.example', { role: 'operator' }), 1)
    assert.equal(await call('remove bram@saltmere.example', { role: 'editor' }), 0)
    assert.deepEqual(await rolesOf('bram@saltmere.example'), [])
    assert.equal(await call('remove bram@saltmere.example'), 0)
    assert.equal(await call('remove bram@saltmere.example'), 1)
    const { mails, clock } = stand.accounts
    assert.equal((await mails.take(clock(), clock().add({ minutes: 1 }), 9)).length, 1)
  })
})
