import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { standWith } from '../stand.fixture.ts'
import { tarOf } from '../tar.ts'
import { visitTo } from '../visit.fixture.ts'

describe('the source of the program', () => {
  it('is offered whole, with its licence, and without data or what npm installs', async () => {
    const answer = await visitTo(standWith())('/source.tar.gz')
    assert.equal(answer.status, 200)
    const files = filesIn(gunzipSync(await answer.bytes()))
    const names = [...files.keys()]
    const named = (end: string) => names.find((name) => name.endsWith(end))
    const licence = files.get(named('/LICENSE') ?? '')
    assert.equal(String(licence), readFileSync('LICENSE', 'utf8'))
    assert.ok(named('/src/web/app.ts'))
    assert.ok(named('/package-lock.json'))
    assert.equal(
      names.find((name) => /node_modules|\/data\/|\/\.(?:env|git|cache)(?:\/|$)/.test(name)),
      undefined,
    )
  })
})

describe('an archive', () => {
  it('holds long paths, empty files and files that fill a block', () => {
    const deep = `${'folder/'.repeat(20)}name.ts`
    const given = [
      { path: deep, body: Buffer.from('deep'), executable: false },
      { path: 'empty', body: Buffer.alloc(0), executable: false },
      { path: 'full', body: Buffer.alloc(512, 'x'), executable: true },
    ]
    const files = filesIn(tarOf(given))
    assert.deepEqual([...files.keys()], [deep, 'empty', 'full'])
    assert.equal(String(files.get(deep)), 'deep')
    assert.equal(files.get('full')?.length, 512)
    const endless = 'x'.repeat(300)
    assert.throws(
      () => tarOf([{ path: endless, body: Buffer.alloc(0), executable: false }]),
      /too long/,
    )
  })
})

/** Reads an archive as POSIX lays it down, and checks the sum of every header. */
function filesIn(tar: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  for (let at = 0; tar[at] !== 0; ) {
    const header = Buffer.from(tar.subarray(at, at + 512))
    const text = (from: number, to: number) =>
      header.toString('utf8', from, to).replace(/\0.*$/s, '')
    const [size, sum] = [Number.parseInt(text(124, 136), 8), Number.parseInt(text(148, 156), 8)]
    const path = [text(345, 500), text(0, 100)].filter(Boolean).join('/')
    header.fill(' ', 148, 156)
    assert.equal(
      header.reduce((total, byte) => total + byte, 0),
      sum,
      path,
    )
    files.set(path, tar.subarray(at + 512, at + 512 + size))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}
