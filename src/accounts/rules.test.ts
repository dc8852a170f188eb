import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { counterHolds } from './passkey.ts'
import { judgeIdentity } from './provider.ts'
import { type Reader, readerName } from './reader.ts'
import { mayCurate, type Role } from './role.ts'

describe('a role', () => {
  const operator: Role = { kind: 'operator' }
  const editor: Role = { kind: 'editor', publicationId: null }
  const publisher: Role = { kind: 'publisher', publicationId: 'tide' }

  it('lets operators and editors of the whole stand choose its collections', () => {
    const curates = [operator, editor, publisher].map((role) => mayCurate([role]))
    assert.deepEqual(curates, [true, true, false])
    assert.equal(mayCurate([{ kind: 'editor', publicationId: 'other' }]), false)
  })
})

describe('whom a provider vouches for', () => {
  const reader = (id: string): Reader => ({
    ...{ id, address: '', addressKey: '', name: '', locale: 'nl', choices: [] },
    joinedAt: Temporal.Instant.from('2031-04-02T06:00:00Z'),
  })
  const nobody = { known: null, signedIn: null, atAddress: null, addressVerified: false }
  const ana = reader('ana')

  it('is known by issuer and subject, whatever the address', () => {
    assert.deepEqual(judgeIdentity({ ...nobody, known: ana }), { kind: 'known', reader: ana })
    const moved = { ...nobody, known: ana, atAddress: reader('bram'), addressVerified: true }
    assert.deepEqual(judgeIdentity(moved), { kind: 'known', reader: ana })
  })

  it('never gets an account by an address that was not checked', () => {
    const refused = { kind: 'refuse', because: 'address-not-verified' }
    assert.deepEqual(judgeIdentity(nobody), refused)
    assert.deepEqual(judgeIdentity({ ...nobody, atAddress: ana }), refused)
  })

  it('joins, or is added to the account that has the checked address', () => {
    assert.deepEqual(judgeIdentity({ ...nobody, addressVerified: true }), { kind: 'join' })
    const checked = { ...nobody, atAddress: ana, addressVerified: true }
    assert.deepEqual(judgeIdentity(checked), { kind: 'add', reader: ana })
  })

  it('is added to the account that asked, unless it is another reader’s', () => {
    const asked = { ...nobody, signedIn: ana, atAddress: reader('bram'), addressVerified: true }
    assert.deepEqual(judgeIdentity(asked), { kind: 'add', reader: ana })
    assert.deepEqual(judgeIdentity({ ...asked, known: reader('bram') }), {
      kind: 'refuse',
      because: 'of-another-reader',
    })
  })
})

it('the counter of a passkey rises, or there is none', () => {
  assert.deepEqual([counterHolds(0, 0), counterHolds(0, 1), counterHolds(4, 9)], [true, true, true])
  assert.deepEqual(
    [counterHolds(4, 4), counterHolds(4, 3), counterHolds(4, 0)],
    [false, false, false],
  )
})

it('a name is one line that stays in its place', () => {
  assert.equal(readerName('  Ana\n\tvan  Dam \u202E'), 'Ana van Dam')
  assert.equal(readerName('آنا'), 'آنا')
  assert.equal(Array.from(readerName('👩🏽‍🌾'.repeat(90))).length, 80)
})
