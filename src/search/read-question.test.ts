import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type FieldNames, filtersIn, readQuestion } from './read-question.ts'

const fields: FieldNames = new Map([
  ['by', 'byline'],
  ['door', 'byline'],
  ['section', 'section'],
  ['publication', 'publication'],
  ['from', 'from'],
  ['to', 'to'],
])

const said = (typed: string) =>
  readQuestion(typed, fields).parts.map(
    ({ words, excluded, within }) =>
      `${excluded ? '-' : ''}${within === null ? '' : `${within}:`}${words.join('+')}`,
  )

describe('a question', () => {
  it('is words, phrases, exclusions and fields', () => {
    assert.deepEqual(said('low water "the old ferry" -storm by:mara'), [
      'low',
      'water',
      'the+old+ferry',
      '-storm',
      'byline:mara',
    ])
    assert.deepEqual(said('by:"Mara Vell" -section:sport'), ['byline:Mara+Vell', '-section:sport'])
  })

  it('takes the quotes of every language, and one that is never closed', () => {
    assert.deepEqual(said('«pont neuf» „alte Brücke“ "no end'), [
      'pont+neuf',
      'alte+Brücke',
      'no+end',
    ])
  })

  it('reads a colon after what is no field as a sign', () => {
    assert.deepEqual(said('Harbour:fire http://x.example'), ['harbour+fire', 'http+x+example'])
  })

  it('knows days, months and years', () => {
    const { filters, parts } = readQuestion('ferry from:2031-02 to:2031', fields)
    assert.deepEqual(
      [String(filters.from), String(filters.to), parts.length],
      ['2031-02-01', '2031-12-31', 1],
    )
    assert.deepEqual(said('from:here'), ['here'])
  })

  it('leaves the last word open while it is being typed', () => {
    const open = (typed: string) =>
      readQuestion(typed, fields, undefined, true).parts.map((part) => part.open)
    assert.deepEqual(open('low wat'), [false, true])
    assert.deepEqual(open('low wat '), [false, true])
    assert.deepEqual(open('low "wat"'), [false, false])
  })

  it('is whatever was typed: never an error, and never more than so many words', () => {
    const pieces = fc.constantFrom(
      '"',
      '-',
      'by:',
      'from:2031-13-45',
      'AND',
      '(',
      '*',
      '\0',
      '‮',
      '😀',
    )
    const typed = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 30 })), { maxLength: 60 })
      .map((all) => all.join(' '))
    fc.assert(
      fc.property(typed, (text) => {
        const { parts } = readQuestion(text, fields)
        assert.ok(parts.length <= 12)
        for (const { words } of parts) {
          assert.ok(words.length > 0 && words.length <= 12)
          for (const word of words) assert.match(word, /^[\p{L}\p{N}\p{M}]+$/u)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('filters in an address', () => {
  it('are what makes sense in it', () => {
    const given = new URLSearchParams(
      'language=nl&language=!&kind=journal&door=wide&topic=sport&to=2031',
    )
    const filters = filtersIn(given, ['p1'])
    assert.deepEqual(
      { ...filters, to: String(filters.to) },
      {
        languages: ['nl'],
        kinds: ['journal'],
        publications: ['p1'],
        topics: ['sport'],
        doors: [],
        lengths: [],
        from: null,
        to: '2031-12-31',
      },
    )
  })
})
