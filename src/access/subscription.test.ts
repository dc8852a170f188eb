import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { type Act, histories } from './histories.fixture.ts'
import { price, start, zone } from './provider.fixture.ts'
import { checkAgainstReference } from './reference.fixture.ts'
import { standingOf } from './standing.ts'
import { step } from './step.ts'
import { lived } from './subscription.fixture.ts'
import { newSubscription, type Subscription } from './subscription.ts'

const hours = (count: number) => start.add({ hours: count })
const wait = (days: number): Act => ({ act: 'wait', hours: days * 24 })
const now: Act = { act: 'ask', late: false }
const noticesOf = (history: readonly Act[]) =>
  lived(history).effects.flatMap((effect) => (effect.kind === 'notice' ? [effect.notice.kind] : []))
const stateAfter = (history: readonly Act[]) => {
  const { subscription, now: at } = lived(history)
  return standingOf(subscription, at, zone).state
}

describe('a subscription', () => {
  it('is a trial that ends by itself, told once before and once at its end', () => {
    const trial: Act[] = [{ act: 'trial' }]
    assert.equal(stateAfter(trial), 'trial')
    const days = Array.from({ length: 20 }, () => [wait(1), { act: 'tick' }, { act: 'tick' }])
    const told = noticesOf([...trial, ...(days.flat() as Act[])])
    assert.deepEqual(told, ['trial-started', 'trial-ending', 'trial-ended'])
    assert.equal(stateAfter([...trial, wait(14)]), 'ended')
  })

  it('goes on after a trial only where the reader paid for that', () => {
    const bought: Act[] = [{ act: 'trial' }, wait(5), { act: 'subscribe' }, now]
    assert.equal(stateAfter(bought), 'active')
    assert.ok(!noticesOf([...bought, wait(20)]).includes('trial-ended'))
  })

  it('runs to its end when it is cancelled, and says so at once', () => {
    const history: Act[] = [{ act: 'subscribe' }, now, { act: 'choose', renews: false }]
    assert.equal(stateAfter(history), 'ending')
    assert.deepEqual(noticesOf(history), ['bought', 'renewal-off'])
    assert.equal(stateAfter([...history, wait(32)]), 'ended')
    const back = [...history, { act: 'choose', renews: true } as const]
    assert.equal(stateAfter(back), 'active')
  })

  it('hears that it was cancelled in the pages of the provider', () => {
    const history: Act[] = [{ act: 'subscribe' }, now, { act: 'portal', renews: false }, now]
    assert.deepEqual(noticesOf(history), ['bought', 'renewal-off'])
  })

  it('stays open for seven days while a renewal is not paid, and no longer', () => {
    const failing: Act[] = [{ act: 'subscribe' }, now, wait(32), { act: 'fail' }, now]
    assert.equal(stateAfter(failing), 'grace')
    const { effects, subscription } = lived(failing)
    const told = effects.flatMap((one) => (one.kind === 'notice' ? [one.notice] : []))
    const paidUntil = subscription.terms.at(-1)?.until
    assert.equal(
      told.find(({ kind }) => kind === 'payment-failed')?.facts.until,
      String(paidUntil?.add({ hours: 7 * 24 })),
    )
    assert.equal(stateAfter([...failing, wait(7)]), 'ended')
    assert.equal(stateAfter([...failing, { act: 'renew' }, now]), 'active')
  })

  it('ends at once when all is paid back, but not for a part', () => {
    const bought: Act[] = [{ act: 'subscribe' }, now, wait(2)]
    const part: Act = { act: 'refund', which: 0, part: 300 }
    assert.equal(stateAfter([...bought, part, { act: 'portal', renews: false }]), 'ending')
    const whole: Act = { act: 'refund', which: 0, part: 999 }
    assert.equal(stateAfter([...bought, whole, { act: 'give-up' }]), 'ended')
  })

  it('ends at once when a bank took a payment back, and is charged no more', () => {
    const bought: Act[] = [
      { act: 'trial' },
      { act: 'subscribe' },
      now,
      wait(40),
      { act: 'renew' },
      now,
    ]
    const disputed: Act[] = [...bought, wait(2), { act: 'dispute', which: 1 }, now, wait(30)]
    const world = lived([...disputed, { act: 'tick' }])
    const { subscription, now: at, contracts, effects } = world
    assert.deepEqual(
      [standingOf(subscription, at, zone).state, contracts[0]?.over],
      ['ended', true],
    )
    assert.deepEqual(noticesOf(disputed).slice(noticesOf(bought).length), ['disputed'])
    const back = effects.flatMap((one) => (one.kind === 'receipt' ? [one.receipt] : []))
    assert.deepEqual(
      back.map(({ what, amount }) => [what, amount.minor]),
      [...[['paid', 999]], ...[['paid', 999]], ...[['refunded', 999]]],
    )
    const late: Act = { act: 'withdraw' }
    assert.deepEqual(noticesOf([...disputed, late]), noticesOf(disputed))
  })

  it('can be withdrawn from for fourteen days, with everything paid back', () => {
    const bought: Act[] = [{ act: 'subscribe' }, now]
    const world = lived([...bought, wait(13), { act: 'withdraw' }])
    assert.equal(standingOf(world.subscription, world.now, zone).state, 'ended')
    assert.equal(world.contracts[0]?.terms[0]?.refunded, price.minor)
    assert.equal(world.contracts[0]?.over, true)
    assert.equal(stateAfter([...bought, wait(15), { act: 'withdraw' }]), 'active')
  })

  it('begins with a voucher where all that was paid before has ended', () => {
    const { subscription } = lived([
      { act: 'once', per: 'month' },
      now,
      { act: 'voucher', months: 12 },
    ])
    const [paid, given] = subscription.terms
    assert.ok(paid && given)
    assert.ok(given.since.equals(paid.until))
    assert.equal(given.until.toString(), '2032-02-28T11:00:00Z')
  })

  it('refuses a second contract beside a living one, and has it undone', () => {
    const contract = { customer: 'cus', per: 'month', price, failingSince: null } as const
    const seen = (before: Subscription, ref: string, ask: number) => {
      const terms = [{ key: `${ref}-1`, paidAt: start, since: start, until: hours(720) }]
      const money = { amount: price, refunded: 0, refundedAt: null }
      const whole = terms.map((term) => ({ ...term, ...money }))
      const more = { renews: true, over: false, nextChargeAt: hours(720), terms: whole }
      const event = {
        kind: 'seen',
        at: start,
        ask,
        contract: { ...contract, ref, ...more },
      } as const
      return step(before, event, zone)
    }
    const first = seen(newSubscription('s', 'ana', 'gold'), 'one', 1)
    const { after, effects } = seen(first.after, 'two', 2)
    assert.deepEqual(after.terms, first.after.terms)
    assert.deepEqual(effects, [
      { kind: 'task', key: 'undo:two', task: { kind: 'undo', ref: 'two' } },
    ])
  })

  it('equals the reference model after any history', () => {
    fc.assert(
      fc.property(histories, (history) => checkAgainstReference(lived(history))),
      { numRuns: 400 },
    )
  })
})
