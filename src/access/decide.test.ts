import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Door } from '#catalogue'
import { decide, type Facts, type Known, stranger } from './decide.ts'
import type { Opens } from './opens.ts'
import type { Right, Source } from './right.ts'

const at = Temporal.Instant.from('2031-04-02T12:00:00Z')
const story = { id: 's1', editionId: 'e1', publicationId: 'p1', door: 'plan' } as const
const metered = { ...story, door: 'metered' } as const satisfies { door: Door }
const reader = { by: 'account', allowed: 3, used: 0, counted: false, asked: true } as const

const right = (from: Source, opens: Opens, [since, until]: [number, number | null] = [-1, 1]) =>
  ({
    from,
    opens,
    since: at.add({ hours: since }),
    until: until === null ? null : at.add({ hours: until }),
  }) satisfies Right

const because = ({ story: asked = story, ...known }: Partial<Facts & Known>) => {
  const { open, because } = decide({ story: asked }, { ...stranger, at, ...known })
  return `${open ? 'open' : 'shut'}: ${because}`
}

const stand = { what: 'stand' } as const

describe('decide', () => {
  it('opens an open story to anyone', () => {
    assert.equal(because({ story: { ...story, door: 'open' } }), 'open: open-door')
  })

  it('keeps the others from a stranger, and says what would open them', () => {
    const unknown = (door: Door) => decide({ story: { ...story, door } })
    assert.deepEqual(unknown('plan'), { open: false, because: 'plan-needed' })
    assert.deepEqual(unknown('metered'), { open: false, because: 'meter-needs-account' })
  })

  it('opens by every kind of right, under its own name', () => {
    const table: readonly [Source, Opens, string][] = [
      ['plan', stand, 'open: plan'],
      ['plan', { what: 'publication', id: 'p1' }, 'open: plan'],
      ['voucher', stand, 'open: voucher'],
      ['household', stand, 'open: household-seat'],
      ['trial', stand, 'open: trial'],
      ['edition', { what: 'edition', id: 'e1' }, 'open: owned-edition'],
      ['gift', { what: 'story', id: 's1' }, 'open: gift'],
      ['given', stand, 'open: given'],
    ]
    for (const [from, opens, expected] of table) {
      assert.equal(because({ rights: [right(from, opens)] }), expected)
    }
  })

  it('does not open by a right to something else', () => {
    const others: readonly Opens[] = [
      { what: 'publication', id: 'p2' },
      { what: 'edition', id: 'e2' },
      { what: 'story', id: 's2' },
      // The same id, of another kind of thing.
      { what: 'edition', id: 'p1' },
    ]
    for (const opens of others) {
      assert.equal(because({ rights: [right('plan', opens)] }), 'shut: plan-needed')
    }
  })

  it('counts a right from its first moment to just before its last', () => {
    assert.equal(because({ rights: [right('plan', stand, [0, 1])] }), 'open: plan')
    assert.equal(because({ rights: [right('plan', stand, [-1, null])] }), 'open: plan')
    assert.equal(because({ rights: [right('plan', stand, [-1, 0])] }), 'shut: plan-ended')
    assert.equal(because({ rights: [right('plan', stand, [1, 2])] }), 'shut: plan-needed')
  })

  it('says what ended last', () => {
    const trial = right('trial', stand, [-9, -5])
    assert.equal(because({ rights: [trial] }), 'shut: trial-ended')
    assert.equal(because({ rights: [right('plan', stand, [-5, -2]), trial] }), 'shut: plan-ended')
    const gift = right('gift', { what: 'story', id: 's1' }, [-5, -2])
    assert.equal(because({ rights: [gift] }), 'shut: plan-needed')
  })

  it('names the right that says most when there are several', () => {
    const several = [right('trial', stand), right('plan', stand), right('given', stand)]
    assert.equal(because({ rights: several }), 'open: plan')
  })

  it('opens everything to staff, or what their own publications print', () => {
    assert.equal(because({ staffOf: 'everything' }), 'open: staff')
    assert.equal(because({ staffOf: new Set(['p1']) }), 'open: staff')
    assert.equal(because({ staffOf: new Set(['p2']) }), 'shut: plan-needed')
  })

  it('lets the meter open metered stories only', () => {
    assert.equal(because({ meter: reader }), 'shut: plan-needed')
    assert.equal(because({ story: metered, meter: reader }), 'open: meter')
  })

  it('does not count a story twice, and stops when the month is spent', () => {
    const spent = { ...reader, used: 3 }
    assert.equal(because({ story: metered, meter: spent }), 'shut: meter-spent')
    const again = { ...spent, counted: true }
    assert.equal(because({ story: metered, meter: again }), 'open: counted-already')
  })

  it('sends a stranger whose browser is at its end to an account', () => {
    const browser = { ...reader, by: 'browser', used: 3 } as const
    assert.equal(because({ story: metered, meter: browser }), 'shut: meter-needs-account')
  })

  it('keeps a story that would have to be counted from a mere look', () => {
    const look = { ...reader, asked: false }
    assert.equal(because({ story: metered, meter: look }), 'shut: meter-waits')
    const known = { ...look, counted: true }
    assert.equal(because({ story: metered, meter: known }), 'open: counted-already')
  })

  it('takes a right before the meter', () => {
    const facts = { story: metered, meter: reader, rights: [right('plan', stand)] }
    assert.equal(because(facts), 'open: plan')
  })
})
