import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { endOf } from './period.ts'
import type { Plan } from './plan.ts'
import { checkPlan } from './plan.ts'
import { offersOf, termsOf, withdrawalEnd } from './sale.ts'

const at = Temporal.Instant.from('2031-01-31T09:30:00Z')
const zone = 'Europe/Amsterdam'
const price = { minor: 999, currency: 'EUR' }
const gold: Plan = {
  id: 'g',
  name: 'GOLD',
  scope: { what: 'stand' },
  trialDays: 14,
  seats: 5,
  prices: [
    { id: 'y', per: 'year', price: { minor: 9900, currency: 'EUR' } },
    { id: 'm', per: 'month', price },
  ],
  retiredAt: null,
}

describe('what is on sale', () => {
  it('is every price of every plan that is not retired', () => {
    const offers = offersOf([gold, { ...gold, id: 'old', retiredAt: at }])
    assert.deepEqual(
      offers.map(({ planId, priceId, plan, trialDays }) => [planId, priceId, plan, trialDays]),
      [
        ['g', 'm', 'GOLD', 14],
        ['g', 'y', 'GOLD', 14],
      ],
    )
  })

  it('is not sold with a name, a trial or seats that nobody could mean', () => {
    assert.deepEqual(checkPlan({ ...gold, name: ' ' }), { ok: false, reason: 'no-name' })
    assert.equal(checkPlan({ ...gold, trialDays: 1.5 }).ok, false)
    assert.equal(checkPlan({ ...gold, seats: 6 }).ok, false)
    assert.equal(checkPlan({ ...gold, scope: { what: 'publications', ids: [] } }).ok, false)
    const fine = checkPlan({ ...gold, name: ' GOLD  plus ' })
    assert.equal(fine.ok && fine.value.name, 'GOLD plus')
  })
})

describe('the terms of an offer', () => {
  const offer = { price, per: 'month', trialDays: 14 } as const

  it('charge nothing for a trial, which ends by itself', () => {
    const { trialUntil, endsAt, firstCharge, nextCharge } = termsOf(offer, 'trial', { at, zone })
    assert.equal(trialUntil?.toString(), '2031-02-14T09:30:00Z')
    assert.equal(endsAt?.toString(), '2031-02-14T09:30:00Z')
    assert.deepEqual([firstCharge, nextCharge], [null, null])
  })

  it('name the next charge only to who chose it', () => {
    const renewing = termsOf(offer, 'renewing', { at, zone })
    assert.equal(renewing.nextCharge?.at.toString(), '2031-02-28T09:30:00Z')
    assert.equal(renewing.endsAt, null)
    const once = termsOf(offer, 'once', { at, zone })
    assert.equal(once.nextCharge, null)
    assert.equal(once.endsAt?.toString(), '2031-02-28T09:30:00Z')
  })

  it('keep the hour of the stand over a change of the clocks', () => {
    const march = Temporal.Instant.from('2031-03-15T09:30:00Z')
    assert.equal(endOf(march, 'month', zone).toString(), '2031-04-15T08:30:00Z')
    assert.equal(endOf(march, { months: 12 }, zone).toString(), '2032-03-15T09:30:00Z')
  })

  it('can be withdrawn from until midnight after the fourteenth day', () => {
    assert.equal(withdrawalEnd(at, zone).toString(), '2031-02-14T23:00:00Z')
  })
})
