import assert from 'node:assert/strict'
import { it } from 'node:test'
import { waitIn } from './retry-after.ts'

it('understands seconds and dates, believes an hour at most, and nothing else', () => {
  assert.equal(waitIn('7')?.total('seconds'), 7)
  assert.equal(waitIn('999999')?.total('seconds'), 3_600)
  assert.equal(waitIn('Sun, 06 Nov 1994 08:49:37 GMT')?.total('seconds'), 0)
  assert.equal(waitIn('Tue, 06 Nov 2990 08:49:37 GMT')?.total('seconds'), 3_600)
  for (const other of ['', 'soon', '-3', '1.5', 'Sun, 06 Foo 1994 08:49:37 GMT']) {
    assert.equal(waitIn(other), undefined, other)
  }
})
