import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { rhythms } from './publication.ts'
import { arrivalsOn, gapsIn } from './rhythm.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2031-04-02')
const missing = (...given: Parameters<typeof gapsIn>) =>
  gapsIn(...given).flatMap(({ days }) => days.map(String))

describe('what a publication is to somebody who looks today', () => {
  const arrivalOf = arrivalsOn(today)
  const span = (first: string, before: string | null, newest: string) => ({ first, before, newest })

  it('is new for thirty days from its first edition on', () => {
    assert.equal(arrivalOf(span('2031-04-02', null, '2031-04-02'), null), 'new')
    assert.equal(arrivalOf(span('2031-03-04', '2031-03-30', '2031-04-01'), 'daily'), 'new')
    assert.equal(arrivalOf(span('2031-03-03', '2031-03-30', '2031-04-01'), 'daily'), null)
  })

  it('is back when its newest edition came after more than three rhythms', () => {
    const weekly = (before: string) => arrivalOf(span('2029-01-01', before, '2031-03-30'), 'weekly')
    assert.deepEqual([weekly('2031-03-09'), weekly('2031-03-08')], [null, 'back'])
    const daily = arrivalOf(span('2029-01-01', '2031-03-28', '2031-04-01'), 'daily')
    assert.equal(daily, 'back')
  })

  it('is not back when it stopped again, or when nobody said how often it comes out', () => {
    const gone = span('2029-01-01', '2030-01-01', '2031-03-01')
    assert.equal(arrivalOf(gone, 'weekly'), null)
    assert.equal(arrivalOf(gone, 'quarterly'), 'back')
    assert.equal(arrivalOf(gone, null), null)
  })
})

describe('editions that are missing', () => {
  const weekdays = (from: string, count: number) =>
    Array.from({ length: count }, (_, days) => day(from).add({ days })).filter(
      ({ dayOfWeek }) => dayOfWeek < 6,
    )

  it('are a Tuesday of a daily, and no Sunday of one that has none', () => {
    const days = weekdays('2031-03-03', 40).filter((one) => !one.equals(day('2031-03-18')))
    assert.deepEqual(missing('daily', days), ['2031-03-18'])
  })

  it('are none while a daily pauses for months, but where it stops and begins again', () => {
    const days = weekdays('2031-01-01', 365).filter(({ month }) => month < 6 || month > 9)
    assert.ok(missing('daily', days).every((one) => /^2031-0[69]/.test(one)))
    assert.ok(!missing('daily', days).some((one) => one.startsWith('2031-07')))
  })

  it('are the week, the month, the quarter or the year between two editions', () => {
    const two = (from: string, to: string) => [day(from), day(to)]
    assert.deepEqual(missing('weekly', two('2031-03-05', '2031-03-26')), [
      '2031-03-12',
      '2031-03-19',
    ])
    assert.deepEqual(missing('weekly', two('2031-03-05', '2031-03-14')), [])
    assert.deepEqual(missing('monthly', two('2031-01-31', '2031-03-31')), ['2031-02-28'])
    assert.deepEqual(missing('quarterly', two('2031-01-15', '2031-07-15')), ['2031-04-15'])
    assert.deepEqual(missing('yearly', two('2028-02-29', '2030-03-01')), ['2029-02-28'])
  })

  it('stand between two editions, and are none where all came out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rhythms),
        fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 0, maxLength: 60 }),
        (rhythm, numbers) => {
          const days = numbers
            .sort((a, b) => a - b)
            .map((number) => day('2030-01-01').add({ days: number }))
          const there = new Set(days.map(String))
          for (const { from, to, days: between } of gapsIn(rhythm, days)) {
            assert.ok(between.length > 0)
            for (const one of between) {
              assert.ok(!there.has(one.toString()))
              assert.ok(Temporal.PlainDate.compare(from, one) < 0)
              assert.ok(Temporal.PlainDate.compare(one, to) < 0)
            }
          }
        },
      ),
    )
    const all = Array.from({ length: 60 }, (_, days) => today.add({ days }))
    assert.deepEqual(gapsIn('daily', all), [])
  })
})
