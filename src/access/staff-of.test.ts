import assert from 'node:assert/strict'
import { it } from 'node:test'
import { staffOf } from './staff-of.ts'

it('roles open what their desks are about', () => {
  assert.deepEqual(staffOf([]), [])
  assert.equal(staffOf([{ kind: 'operator' }]), 'everything')
  assert.equal(staffOf([{ kind: 'editor', publicationId: null }]), 'everything')
  const two = [
    { kind: 'publisher', publicationId: 'p1' },
    { kind: 'editor', publicationId: 'p2' },
  ] as const
  assert.deepEqual(staffOf(two), ['p1', 'p2'])
})
