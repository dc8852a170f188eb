import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { list } from 'tar'
import { sourceArchive } from './source-archive.ts'

it('packs the whole program with its licence, and no story, data or what npm installs', async () => {
  const names: string[] = []
  let licence = ''
  const reader = list({
    onReadEntry: (entry) => {
      names.push(entry.path)
      if (entry.path === 'kiosk/LICENSE') entry.on('data', (some) => (licence += String(some)))
    },
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  reader.on('end', resolve).on('error', reject)
  reader.end(Buffer.from(await sourceArchive()))
  await promise
  assert.equal(licence, readFileSync('LICENSE', 'utf8'))
  assert.ok(names.includes('kiosk/src/web/app.ts'))
  assert.ok(names.includes('kiosk/package-lock.json'))
  const stray = names.find((name) =>
    /node_modules|\/(?:data|demo)\/|\/\.(?:env|git|cache)(?:\/|$)/.test(name),
  )
  assert.equal(stray, undefined)
})
