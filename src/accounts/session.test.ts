import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isFresh, judgeSession, rotated, type Session, touched } from './session.ts'

const start = Temporal.Instant.from('2031-04-02T06:00:00Z')
const after = (days: number, seconds = 0) => start.add({ seconds: days * 86_400 + seconds })
const session: Session = {
  ...{ id: 's', readerId: 'ana', device: { browser: '', system: '' }, means: 'mail' },
  ...{ beganAt: start, usedAt: start, rotatedAt: start },
  ...{ tokenDigest: 'one', formerDigest: null, formerUntil: null },
}

describe('a session', () => {
  it('is good, is noticed by the hour, and gets another token by the day', () => {
    assert.equal(judgeSession(session, 'one', after(0, 3_599)), 'good')
    assert.equal(judgeSession(session, 'one', after(0, 3_600)), 'touch')
    assert.equal(judgeSession(session, 'one', after(1)), 'rotate')
    assert.equal(judgeSession(session, 'strange', start), 'ended')
  })

  it('ends after 30 idle days, and after 180 days of use', () => {
    assert.equal(judgeSession(session, 'one', after(30, -1)), 'rotate')
    assert.equal(judgeSession(session, 'one', after(30)), 'ended')
    const used = { ...session, usedAt: after(179), rotatedAt: after(179) }
    assert.notEqual(judgeSession(used, 'one', after(180, -1)), 'ended')
    assert.equal(judgeSession(used, 'one', after(180)), 'ended')
  })

  it('takes the former token until the new one was seen, and a minute longer', () => {
    const next = rotated(session, { shown: 'one', digest: 'two', at: after(1) })
    assert.equal(judgeSession(next, 'one', after(1, 30)), 'good')
    assert.equal(judgeSession(next, 'two', after(1, 30)), 'touch')
    // The answer with the new token was lost: there has to be another.
    assert.equal(judgeSession(next, 'one', after(3)), 'rotate')
    const seen = touched(next, after(1, 40))
    assert.equal(judgeSession(seen, 'two', after(1, 41)), 'good')
    assert.equal(judgeSession(seen, 'one', after(1, 99)), 'good')
    assert.equal(judgeSession(seen, 'one', after(1, 100)), 'replayed')
    assert.ok(touched(seen, after(1, 90)).formerUntil?.equals(after(1, 100)))
  })

  it('is fresh for a quarter of an hour, whatever its use', () => {
    assert.equal(isFresh(session, after(0, 899)), true)
    assert.equal(isFresh({ ...session, usedAt: after(0, 899) }, after(0, 900)), false)
  })
})
