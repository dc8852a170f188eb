import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { flagsOf } from './flags.ts'

const none = { names: new Map<string, string>(), lostMarks: false }

describe('a flag', () => {
  it('is raised for numbers that differ, not for how they are written', () => {
    const same: readonly (readonly [string, string])[] = [
      ['It cost 1,234.50 in 2031.', 'Es kostete 2031 1.234,50.'],
      ['10 000 boats', '10,000 Boote'],
      ['in 2020 300 people', '300 mensen in 2020'],
      ['12.5 % of 90 m', '١٢٫٥٪ من ٩٠ م'],
      ['1’200 Leute', '1 200 people'],
    ]
    for (const [one, other] of same) assert.deepEqual(flagsOf(one, other, none), [], one)
    const different: readonly (readonly [string, string])[] = [
      ['90 m long', '900 m lang'],
      ['in 1921', 'in 1912'],
      ['4 boats and 4 nets', '4 Boote und Netze'],
      ['two boats', '2 Boote, 3 Netze'],
      ['٩٠ م', '91 m'],
    ]
    for (const [one, other] of different) {
      assert.deepEqual(flagsOf(one, other, none), ['numbers-differ'], one)
    }
  })

  it('is raised for every number that one digit was changed in', () => {
    const number = fc.integer({ min: 0, max: 9_999_999 })
    fc.assert(
      fc.property(number, number, (one, other) => {
        const flagged = flagsOf(`${one} a`, `a ${other}`, none).includes('numbers-differ')
        assert.equal(flagged, one !== other)
      }),
      { seed: 20_250_611 },
    )
  })

  it('is raised for a name that is gone, not for its ending', () => {
    const known = {
      ...none,
      names: new Map([
        ['Anna Low', 'Anna Low'],
        ['Tide', 'Ebbe'],
      ]),
    }
    assert.deepEqual(flagsOf('Anna Low left.', 'Anna Lows Abschied.', known), [])
    assert.deepEqual(flagsOf('Anna Low left.', 'Anna Niedrig ging.', known), ['name-lost'])
    assert.deepEqual(flagsOf('At Tide', 'Bei Gezeiten', known), ['name-lost'])
    assert.deepEqual(flagsOf('Tides', 'Gezeiten', known), [])
  })

  it('is raised for a length that cannot be, with regard to the script', () => {
    const said = 'The boats lay down on the sand and waited for the evening tide.'
    assert.deepEqual(flagsOf(said, '小船躺在沙滩上，等待傍晚的潮水到来。', none), [])
    assert.deepEqual(flagsOf(said, 'رست القوارب على الرمل تنتظر مد المساء.', none), [])
    assert.deepEqual(flagsOf(said, 'Boote.', none), ['length-odd'])
    assert.deepEqual(flagsOf(said, 'Boote '.repeat(40), none), ['length-odd'])
    assert.deepEqual(flagsOf('Yes', 'Jazeker wel', none), [])
  })

  it('is raised for words that stayed as they were, and for marks that were lost', () => {
    const said = 'The boats lay down on the sand.'
    assert.deepEqual(flagsOf(said, said, none), ['untranslated'])
    assert.deepEqual(flagsOf('Low Water', 'Low Water', none), [])
    assert.deepEqual(flagsOf(said, 'Die Boote', { ...none, lostMarks: true }), ['markup-lost'])
  })
})
