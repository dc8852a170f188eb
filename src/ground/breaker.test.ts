import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openBreaker } from './breaker.ts'

function atNoon() {
  let now = Temporal.Instant.from('2031-04-02T12:00:00Z')
  const breaker = openBreaker(() => now)
  const after = (seconds: number) => {
    now = now.add({ seconds })
  }
  return { breaker, after }
}

describe('a breaker', () => {
  it('rests after three failures in a row, and not before', () => {
    const { breaker } = atNoon()
    breaker.failed()
    breaker.failed()
    breaker.succeeded()
    breaker.failed()
    breaker.failed()
    assert.equal(breaker.mayTry(), true)
    breaker.failed()
    assert.equal(breaker.mayTry(), false)
    assert.equal(String(breaker.restsUntil()), '2031-04-02T12:00:30Z')
  })

  it('lets one trial through after its rest, and doubles the rest when that fails', () => {
    const { breaker, after } = atNoon()
    for (let time = 0; time < 3; time += 1) breaker.failed()
    after(30)
    assert.deepEqual([breaker.mayTry(), breaker.mayTry()], [true, false])
    breaker.failed()
    after(59)
    assert.equal(breaker.mayTry(), false)
    after(1)
    assert.equal(breaker.mayTry(), true)
    breaker.succeeded()
    assert.deepEqual([breaker.mayTry(), breaker.mayTry()], [true, true])
  })

  it('never rests longer than ten minutes of its own accord', () => {
    const { breaker, after } = atNoon()
    for (let time = 0; time < 20; time += 1) breaker.failed()
    after(600)
    assert.equal(breaker.mayTry(), true)
  })

  it('leaves alone at once, and as long as asked, what asks for it', () => {
    const { breaker, after } = atNoon()
    breaker.failed(Temporal.Duration.from({ minutes: 20 }))
    after(1_199)
    assert.equal(breaker.mayTry(), false)
    after(1)
    assert.equal(breaker.mayTry(), true)
  })
})
