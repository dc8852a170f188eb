import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { keysFrom } from '#accounts'
import { newId } from '#ground/ids'
import { asShared, newList, sharedToken } from '#reading'
import { openSqlite, readerLists, readers } from '#storage'
import { assemble } from '../assemble.ts'
import { readConfig } from '../config.ts'
import { UsageError } from './call.ts'
import { shared } from './shared.ts'

const at = Temporal.Instant.from('2031-04-02T12:00:00Z')

/** A list that a reader of the stand in this folder shares. @returns its address */
async function sharedIn(folder: string): Promise<string> {
  await using database = openSqlite(join(folder, 'kiosk.db'))
  const keys = keysFrom(randomBytes(32))
  const words = { address: 'ana@saltmere.example', addressKey: 'ana@saltmere.example', name: '' }
  const person = { id: newId(), ...words, locale: 'en', joinedAt: at, choices: [] }
  const { reader } = await readers(database).findOrAdd(person)
  const made = newList('Quiet water', at)
  assert.ok(made.ok)
  const given = asShared(made.value, keys, { name: '', at, bars: [] })
  assert.ok(given.ok && given.value.sharing !== null)
  assert.ok(await readerLists(database).add(reader.id, given.value))
  const token = sharedToken(keys, given.value.sharing)
  return `https://stand.example/nl/lists/shared/${token}?from=mail`
}

describe('lists that readers share, from the command line', () => {
  it('says which there are, ends one by its address or id, and says which is not there', async () => {
    await using opened = new AsyncDisposableStack()
    const folder = await mkdtemp(join(tmpdir(), 'kiosk-shared-'))
    opened.defer(() => rm(folder, { recursive: true }))
    const stand = opened.use(await assemble(readConfig({ KIOSK_DATA: folder })))
    const run = (...words: readonly string[]) => {
      const around = { from: folder, publicUrl: new URL('http://localhost:3000'), feedMinutes: 15 }
      return shared({ ...around, stand, options: {}, words })
    }
    assert.equal(await run(), 0)
    assert.equal(await run('end', 'nothing'), 1)
    assert.equal(await run('end', 'https://stand.example/en/lists/shared/x'), 1)
    const address = await sharedIn(folder)
    const [line] = await stand.sharedLists.all()
    assert.equal(line?.title, 'Quiet water')
    assert.equal(await run('end', address), 0)
    assert.deepEqual(await stand.sharedLists.all(), [])
    assert.equal(await run('end', address), 1, 'it is shared no more')
    assert.equal(await run('end', await sharedIn(folder), 'It  names', 'a neighbour'), 0)
    assert.equal(await run('ended'), 0)
    const [bar, before] = await stand.sharedLists.barred()
    assert.deepEqual([bar?.reason, before?.reason], ['It names a neighbour', ''])
    assert.equal(await run('lift', bar?.listId ?? ''), 0)
    assert.equal(await run('lift', bar?.listId ?? ''), 1, 'it is lifted')
    assert.equal((await stand.sharedLists.barred()).length, 1)
    await assert.rejects(run('end', 'x', 'y'.repeat(301)), /301 characters: say it in 300/)
    await sharedIn(folder)
    const [other] = await stand.sharedLists.all()
    assert.equal(await run('end', other?.id ?? ''), 0)
    assert.deepEqual(await stand.sharedLists.all(), [])
    await assert.rejects(run('begin'), UsageError)
    await assert.rejects(run('end'), UsageError)
    await assert.rejects(run('lift'), UsageError)
  })
})
