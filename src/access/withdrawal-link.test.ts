import assert from 'node:assert/strict'
import { it } from 'node:test'
import { keysFrom } from '#accounts'
import { withdrawalIn, withdrawalToken } from './withdrawal-link.ts'

const keys = keysFrom(new Uint8Array(32))
const until = Temporal.Instant.from('2031-04-17T00:00:00Z')
const claim = { subscription: 's1', payment: 'in_1', until }
const token = withdrawalToken(keys, claim)

it('a link is for one payment, until the last day on which it can be withdrawn from', () => {
  const found = withdrawalIn(keys, token, until.subtract({ seconds: 1 }))
  assert.deepEqual([found?.subscription, found?.payment], ['s1', 'in_1'])
  assert.ok(found?.until.equals(until))
  assert.equal(withdrawalIn(keys, token, until), null)
})

it('a link says nothing to who cannot open it, and is nothing when one letter is another', () => {
  const at = until.subtract({ hours: 1 })
  assert.doesNotMatch(Buffer.from(token, 'base64url').toString('latin1'), /s1|in_1|2031/)
  for (let index = 0; index < token.length - 1; index += 1) {
    const other = token[index] === 'A' ? 'B' : 'A'
    const changed = token.slice(0, index) + other + token.slice(index + 1)
    assert.equal(withdrawalIn(keys, changed, at), null, `letter ${index}`)
  }
  for (const nothing of ['', 'x', token.slice(0, 20)]) {
    assert.equal(withdrawalIn(keys, nothing, at), null)
  }
})

it('a link of another stand, or one that was sealed for something else, is none', () => {
  const other = keysFrom(new Uint8Array(32).fill(1))
  const at = until.subtract({ hours: 1 })
  assert.equal(withdrawalIn(other, token, at), null)
  assert.equal(withdrawalIn({ withdrawals: keys.mails }, token, at), null)
})
