import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { bundledFiles } from './bundled-files.ts'

let home: string
before(() => {
  home = mkdtempSync(join(tmpdir(), 'kiosk-bundled-'))
})
after(() => rmSync(home, { recursive: true }))

describe('what browsers fetch', () => {
  it('is bundled once, packed where that makes it smaller, and found again', () => {
    using first = bundledFiles(home)
    const names = readdirSync(first.folder)
    const sheet = names.find((name) => /^stand-\w{8}\.css$/.test(name)) ?? ''
    const packed = readFileSync(join(first.folder, `${sheet}.br`))
    assert.deepEqual(brotliDecompressSync(packed), readFileSync(join(first.folder, sheet)))
    const fonts = names.filter((name) => name.includes('.woff2'))
    assert.ok(fonts.length > 5 && fonts.every((name) => name.endsWith('.woff2')))
    writeFileSync(join(first.folder, 'mark'), '')
    using again = bundledFiles(home)
    assert.ok(existsSync(join(again.folder, 'mark')))
  })

  it('leaves no bundle behind that is older than a day', () => {
    const [used = ''] = readdirSync(home)
    rmSync(join(home, used), { recursive: true })
    for (const name of ['bundle-old', 'bundle-young']) mkdirSync(join(home, name))
    const longAgo = Temporal.Now.instant().subtract({ hours: 25 }).epochMilliseconds / 1_000
    utimesSync(join(home, 'bundle-old'), longAgo, longAgo)
    using made = bundledFiles(home)
    assert.deepEqual(
      readdirSync(home)
        .map((name) => join(home, name))
        .toSorted(),
      [made.folder, join(home, 'bundle-young')],
    )
  })

  it('is bundled for one use where nothing may be written', () => {
    const blocked = join(home, 'blocked')
    writeFileSync(blocked, '')
    const { folder, ...bundled } = bundledFiles(join(blocked, 'cache'))
    assert.ok(readdirSync(folder).length > 20)
    bundled[Symbol.dispose]()
    assert.equal(existsSync(folder), false)
  })
})
