import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nextTurn, stateOf } from './collection.ts'

const noon = Temporal.Instant.from('2031-04-02T12:00:00Z')
const [before, after] = [noon.subtract({ seconds: 1 }), noon.add({ seconds: 1 })]

describe('a collection', () => {
  it('runs from its beginning to its end', () => {
    const state = (starts: typeof noon | null, ends: typeof noon | null) =>
      stateOf({ starts, ends }, noon)
    assert.equal(state(null, null), 'draft')
    assert.equal(state(after, null), 'scheduled')
    assert.equal(state(noon, null), 'running')
    assert.equal(state(before, after), 'running')
    assert.equal(state(before, noon), 'ended')
  })

  it('says when the next of several begins or ends', () => {
    const draft = { starts: null, ends: after }
    const running = { starts: before, ends: noon.add({ hours: 2 }) }
    const coming = { starts: noon.add({ hours: 1 }), ends: null }
    assert.equal(nextTurn([draft, { starts: before, ends: null }], noon), null)
    assert.ok(nextTurn([draft, running], noon)?.equals(noon.add({ hours: 2 })))
    assert.ok(nextTurn([running, coming], noon)?.equals(noon.add({ hours: 1 })))
  })
})
