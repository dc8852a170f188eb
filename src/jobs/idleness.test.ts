import assert from 'node:assert/strict'
import type { EventLoopUtilization } from 'node:perf_hooks'
import { it } from 'node:test'
import { openIdleness } from './idleness.ts'

it('tells whether others kept the thread busy, and not what it did itself', () => {
  let now: EventLoopUtilization = { idle: 0, active: 0, utilization: 0 }
  const pass = (idle: number, active: number) => {
    now = { idle: now.idle + idle, active: now.active + active, utilization: 0 }
  }
  const between = (one = now, before?: EventLoopUtilization): EventLoopUtilization => {
    const idle = one.idle - (before?.idle ?? 0)
    const active = one.active - (before?.active ?? 0)
    return { idle, active, utilization: active / Math.max(1, idle + active) }
  }
  const { isIdle, look } = openIdleness(between)
  pass(900, 100)
  assert.ok(isIdle())
  pass(0, 5_000)
  look()
  pass(800, 200)
  assert.ok(isIdle(), 'its own round does not count')
  look()
  pass(500, 500)
  assert.ok(!isIdle())
})
