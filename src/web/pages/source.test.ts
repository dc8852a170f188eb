import assert from 'node:assert/strict'
import { it } from 'node:test'
import { standWith } from '../stand.fixture.ts'
import { visitTo } from '../visit.fixture.ts'

it('offers the source of the program, packed once, and again after a failure', async () => {
  const packed = [new Error('disk'), Buffer.from('archive')]
  let asked = 0
  const sourceArchive = async () => {
    const next = packed[asked]
    asked += 1
    if (next instanceof Buffer) return next
    throw next
  }
  const visit = visitTo(standWith({ changed: { sourceArchive } }))
  assert.equal((await visit('/source.tar.gz')).status, 500)
  for (const _ of [1, 2]) {
    const answer = await visit('/source.tar.gz')
    assert.equal(answer.headers.get('content-type'), 'application/gzip')
    assert.equal(await answer.text(), 'archive')
  }
  assert.equal(asked, 2)
})
