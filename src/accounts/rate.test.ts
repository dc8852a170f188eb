import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { array, assert as hold, integer, property } from 'fast-check'
import { askerAt } from './asker.ts'
import { type Bucket, fullUntil, partOf } from './rate.ts'

const start = Temporal.Instant.from('2031-04-02T06:00:00Z')
const limit = { most: 5, seconds: 3_600 }

describe('a limit', () => {
  it('is never passed within any stretch of its length, and is not for ever', () => {
    const waits = array(integer({ min: 0, max: 1_500 }), { minLength: 1, maxLength: 120 })
    const check = property(waits, (seconds) => {
      const counts = new Map<number, number>()
      const done: Temporal.Instant[] = []
      let at = start
      for (const wait of seconds) {
        at = at.add({ seconds: wait })
        const buckets: Bucket[] = [...counts].map(([part, count]) => ({ part, count }))
        const until = fullUntil(limit, buckets, at)
        if (until !== null) {
          assert.ok(Temporal.Instant.compare(until, at) > 0)
          assert.equal(fullUntil(limit, buckets, until), null)
          continue
        }
        counts.set(partOf(limit, at), (counts.get(partOf(limit, at)) ?? 0) + 1)
        done.push(at)
        const within = done.filter((one) => at.since(one).total('seconds') < limit.seconds)
        assert.ok(within.length <= limit.most)
      }
    })
    hold(check, { numRuns: 300 })
  })
})

it('an asker is a network: an IPv4 /24, an IPv6 /56, and IPv4 within IPv6', () => {
  assert.equal(askerAt('203.0.113.7'), askerAt('203.0.113.250'))
  assert.notEqual(askerAt('203.0.113.7'), askerAt('203.0.114.7'))
  assert.equal(askerAt('::ffff:203.0.113.7'), askerAt('203.0.113.9'))
  assert.equal(askerAt('2001:db8:1:22ff::1'), askerAt('2001:db8:1:2200:ffff::2'))
  assert.notEqual(askerAt('2001:db8:1:2300::1'), askerAt('2001:db8:1:2200::1'))
  assert.equal(askerAt(''), askerAt('not an address'))
})
