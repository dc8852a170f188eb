import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keyedDigest, keysFrom } from './keys.ts'
import { seal, unseal } from './seal.ts'

const keys = keysFrom(Buffer.alloc(32, 7))

describe('the keys of a stand', () => {
  it('differ by purpose and by secret, and are the same tomorrow', () => {
    const other = keysFrom(Buffer.alloc(32, 8))
    const all = [...Object.values(keys), ...Object.values(other)].map((key) =>
      Buffer.from(key).toString('hex'),
    )
    assert.equal(new Set(all).size, all.length)
    assert.equal(
      Buffer.from(keys.codes).toString('hex'),
      Buffer.from(keysFrom(Buffer.alloc(32, 7)).codes).toString('hex'),
    )
  })

  it('take parts apart, so that none can pass for two', () => {
    assert.notEqual(keyedDigest(keys.codes, 'ab', 'c'), keyedDigest(keys.codes, 'a', 'bc'))
    assert.notEqual(keyedDigest(keys.codes, 'a'), keyedDigest(keys.sessions, 'a'))
  })
})

describe('a seal', () => {
  it('opens with its key, about the same thing, unchanged; never otherwise', () => {
    const sealed = seal(keys.mails, 'code 123456', 'mail 7')
    assert.doesNotMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /123456/)
    assert.equal(unseal(keys.mails, sealed, 'mail 7'), 'code 123456')
    assert.equal(unseal(keys.codes, sealed, 'mail 7'), null)
    assert.equal(unseal(keys.mails, sealed, 'mail 8'), null)
    for (let index = 0; index < sealed.length - 1; index += 1) {
      const changed = `${sealed.slice(0, index)}${sealed[index] === 'A' ? 'B' : 'A'}${sealed.slice(index + 1)}`
      assert.equal(unseal(keys.mails, changed, 'mail 7'), null)
    }
    for (const junk of ['', 'AAAA', 'not base64 at all'])
      assert.equal(unseal(keys.mails, junk, ''), null)
  })
})
