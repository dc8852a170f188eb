import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { scopeContract } from '../scope.contract.ts'
import { documentOf, searchContract } from '../search.contract.ts'
import { openSqliteIndex } from './open-index.ts'

const folder = mkdtempSync(join(tmpdir(), 'kiosk-search-'))
after(() => rmSync(folder, { recursive: true }))
let count = 0
const fresh = () => {
  count += 1
  return join(folder, String(count))
}

searchContract('SQLite', async () => openSqliteIndex(fresh(), { patience: Infinity }))
scopeContract('SQLite', async () => openSqliteIndex(fresh(), { patience: Infinity }))

it('an index that was damaged is known to be, and built anew', async () => {
  const place = fresh()
  await using opened = openSqliteIndex(place)
  assert.equal(await opened.keeper.position(), null)
  {
    await using build = await opened.keeper.rebuild(0)
    await build.swap(3)
  }
  assert.equal(await opened.keeper.position(), 3)
  const [name = ''] = readdirSync(place).filter((file) => file.endsWith('.db'))
  writeFileSync(join(place, name), 'no database at all')
  assert.equal(await opened.keeper.position(), null)
  {
    await using build = await opened.keeper.rebuild(0)
    await build.swap(4)
  }
  assert.equal(await opened.keeper.position(), 4)
  assert.equal(readdirSync(place).filter((file) => file.endsWith('.db')).length, 1)
})

it('a build that takes long outlives one that another program finishes meanwhile', async () => {
  const place = fresh()
  await using filling = openSqliteIndex(place)
  await using serving = openSqliteIndex(place)
  await using long = await filling.keeper.rebuild(1)
  await long.put([documentOf('ferry')])
  {
    await using short = await serving.keeper.rebuild(0)
    await short.swap(3)
  }
  await long.swap(4)
  assert.equal(await serving.keeper.position(), 4)
  assert.deepEqual(await serving.index.state(), { state: 'ready' })
  assert.equal(readdirSync(place).filter((file) => file.endsWith('.db')).length, 1)
})
