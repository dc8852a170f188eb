import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { monthOf } from './meter.ts'
import { cookieWith, markOf, storiesIn } from './strangers-meter.ts'

const key = Buffer.from('a key of the stand')

describe('the cookie of a stranger’s meter', () => {
  it('remembers the stories of its month', () => {
    const cookie = cookieWith(['s1', 's2'], '2031-04', key)
    assert.deepEqual(storiesIn(cookie, '2031-04', key), ['s1', 's2'])
    assert.deepEqual(storiesIn(cookie, '2031-05', key), [])
    assert.deepEqual(storiesIn(null, '2031-04', key), [])
  })

  it('is believed only as this stand wrote it', () => {
    const cookie = cookieWith(['s1'], '2031-04', key)
    const [text = '', signature = ''] = cookie.split('~')
    const forged = [
      cookie.replace('s1', 's2'),
      `${text}.s3~${signature}`,
      `${text}~`,
      text,
      `${cookie}~`,
      cookieWith(['s1'], '2031-04', Buffer.from('another key')),
    ]
    for (const one of forged) assert.deepEqual(storiesIn(one, '2031-04', key), [], one)
  })
})

it('a mark tells neither the address nor, tomorrow, whether it is the same', () => {
  const mark = markOf('203.0.113.0/24', '2031-04-02', key)
  assert.equal(mark, markOf('203.0.113.0/24', '2031-04-02', key))
  assert.notEqual(mark, markOf('203.0.113.0/24', '2031-04-03', key))
  assert.doesNotMatch(mark, /203/)
})

it('a month begins at midnight in the zone of the stand', () => {
  const moment = Temporal.Instant.from('2031-03-31T22:30:00Z')
  assert.equal(monthOf(moment, 'Europe/Amsterdam'), '2031-04')
  assert.equal(monthOf(moment, 'UTC'), '2031-03')
})
