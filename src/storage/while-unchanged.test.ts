import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Database, inTurn } from './database.ts'
import { openSqlite } from './engines/sqlite.ts'
import { migrate } from './migrate.ts'
import { note, outbox } from './outbox.ts'
import { noon } from './tide.fixture.ts'
import { whileUnchanged } from './while-unchanged.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiosk-unchanged-'))
})
after(() => rm(folder, { recursive: true }))

const happening = { kind: 'printed', publication: 'tide', stories: [] } as const

/** The newest position of the outbox, and how often it was asked for. */
function counting(database: Database) {
  let asked = 0
  const remembering = whileUnchanged<number>(database, 9)
  const ask = () => {
    asked += 1
    return outbox(database).last()
  }
  return { remembered: () => remembering('last', ask), asked: () => asked }
}

describe('remembering while nothing is written', () => {
  it('asks once, until this program writes, however soon', async () => {
    await using database = openSqlite(join(folder, 'one.db'))
    await migrate(database)
    const { remembered, asked } = counting(database)
    assert.equal(await remembered(), 0)
    assert.equal(await remembered(), 0)
    await inTurn(database, (turn) => note(turn, noon, happening))
    assert.equal(await remembered(), 1)
    assert.equal(asked(), 2)
  })

  it('asks again after another program wrote, a turn later', async () => {
    const file = join(folder, 'two.db')
    await using database = openSqlite(file)
    await migrate(database)
    const { remembered } = counting(database)
    assert.equal(await remembered(), 0)
    const words = `insert into outbox values (1, 0, 'nothing', '{}')`
    const script = `new (require('node:sqlite').DatabaseSync)('${file}').exec("${words}")`
    execFileSync(process.execPath, ['-e', script])
    await nextTurn()
    assert.equal(await remembered(), 1)
  })

  it('does not remember a failure, nor what a database without versions says', async () => {
    let asked = 0
    const failing = async () => {
      asked += 1
      throw new Error('The disk is gone')
    }
    const remembering = whileUnchanged<number>({ version: () => 1 }, 9)
    await assert.rejects(remembering('a', failing))
    await assert.rejects(remembering('a', failing))
    const never = whileUnchanged<number>({ version: () => null }, 9)
    await never('a', async () => ++asked)
    await never('a', async () => ++asked)
    assert.equal(asked, 4)
  })
})
