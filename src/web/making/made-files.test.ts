import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { faces } from '../fonts/faces.ts'
import { madeFiles } from './made-files.ts'

let home: string
before(() => {
  home = mkdtempSync(join(tmpdir(), 'kiosk-made-'))
})
after(() => rmSync(home, { recursive: true }))

describe('what is made once', () => {
  it('holds every font with the rule that finds it, and is found again', () => {
    using first = madeFiles(home)
    const rules = readFileSync(join(first.folder, 'faces.css'), 'utf8')
    for (const { name } of faces) {
      assert.ok(rules.includes(`url("./${name}.woff2")`), name)
      const font = readFileSync(join(first.folder, `${name}.woff2`))
      assert.equal(font.toString('latin1', 0, 4), 'wOF2', name)
    }
    writeFileSync(join(first.folder, 'mark'), '')
    using again = madeFiles(home)
    assert.ok(existsSync(join(again.folder, 'mark')))
    assert.deepEqual(readdirSync(home), [again.folder.slice(home.length + 1)])
  })

  it('is made for one use where nothing may be written', () => {
    const blocked = join(home, 'blocked')
    writeFileSync(blocked, '')
    const { folder, ...made } = madeFiles(join(blocked, 'cache'))
    assert.ok(existsSync(join(folder, 'naskh.woff2')))
    made[Symbol.dispose]()
    assert.equal(existsSync(folder), false)
  })
})
