import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decide } from './decide.ts'

describe('decide', () => {
  it('opens an open story to anyone', () => {
    assert.deepEqual(decide({ story: { door: 'open' } }), { open: true, because: 'open-door' })
  })

  it('keeps a metered story from a stranger, whose reads nobody can count', () => {
    const verdict = decide({ story: { door: 'metered' } })
    assert.deepEqual(verdict, { open: false, because: 'meter-needs-account' })
  })

  it('keeps a story for subscribers from a stranger', () => {
    const verdict = decide({ story: { door: 'plan' } })
    assert.deepEqual(verdict, { open: false, because: 'plan-needed' })
  })
})
