import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { offersIn } from './offer.ts'

const gold = { plan: 'GOLD', price: 'EUR 9.99', per: 'month', trialDays: 14 }

describe('the offers of a stand', () => {
  it('are read from their setting, without a trial unless it says so', () => {
    const { trialDays: _, ...plain } = gold
    const read = offersIn(JSON.stringify([gold, { ...plain, per: 'year', price: 'EUR 99' }]))
    assert.deepEqual(read.ok && read.value, [
      { plan: 'GOLD', price: { minor: 999, currency: 'EUR' }, per: 'month', trialDays: 14 },
      { plan: 'GOLD', price: { minor: 9900, currency: 'EUR' }, per: 'year', trialDays: 0 },
    ])
  })

  it('are refused with every mistake and its place', () => {
    const read = offersIn(JSON.stringify([gold, { ...gold, price: '9,99', per: 'week' }]))
    assert.ok(!read.ok)
    assert.equal(read.reason.length, 2)
    assert.match(read.reason.join('\n'), /^1\.price must be an amount such as "EUR 9\.99"$/m)
    assert.match(read.reason.join('\n'), /^1\.per .*"month"/m)
  })

  it('know a misspelt name, and text that is no JSON', () => {
    assert.equal(offersIn(JSON.stringify([{ ...gold, trial: 14 }])).ok, false)
    assert.equal(offersIn('GOLD').ok, false)
    assert.equal(offersIn('{}').ok, false)
  })
})
