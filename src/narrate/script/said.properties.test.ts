import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { rulesFor } from './rules-for.ts'
import { said } from './said.ts'

const languages = fc.constantFrom('en', 'nl', 'de', 'fr', 'es', 'ar', 'pl', 'he', 'zh', 'de-CH')

/** What a paper writes, and what it never does. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['$19.50', '€ 2.340,50', '5 km', '3–5', '19:30', '7 p.m.', 'Dr.', 'z. B.', 'J. R.', '1987'],
    ...['٢٬٣٤٠', '٣٫٥', '5%', '−3 °C', '2031-04-02', '02.04.2031', '1.º', '21st', '§ 5', 'etc.'],
    ...[
      '🌊',
      '👩‍🔬',
      'e\u0301',
      '\u200Fسلمى',
      '\u202Bmix\u202C',
      '\u00ADsoft',
      '\n',
      ' ',
      '\u00A0',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '))

describe('the map of what is said', () => {
  it('has an offset for every code point, ascending and inside the text', () => {
    fc.assert(
      fc.property(languages, text, (language, written) => {
        const { spoken, map } = said(written, rulesFor(language, new Map()))
        assert.equal(map.length, [...spoken].length)
        let last = 0
        for (const offset of map) {
          assert.ok(offset >= last && offset < written.length, `${offset} after ${last}`)
          last = offset
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('never has half a letter or a line break in what is said', () => {
    fc.assert(
      fc.property(languages, text, (language, written) => {
        const { spoken } = said(written, rulesFor(language, new Map()))
        assert.ok(spoken.isWellFormed())
        assert.doesNotMatch(spoken, /\n/)
      }),
    )
  })

  it('is made of a block of any length, and of numbers and letters without an end', {
    timeout: 20_000,
  }, () => {
    const endless = ['1 111 ', 'A.', 'a.', '1–', 'http://a.', 'On 2 April Dr. Reed paid $19.50. ']
    for (const language of ['en', 'fr', 'pl']) {
      for (const piece of endless) {
        const written = piece.repeat(300_000 / piece.length)
        const { spoken, map } = said(written, rulesFor(language, new Map()))
        assert.equal(map.length, spoken.length)
      }
    }
  })

  it('leaves every word that no rule is about in its place', () => {
    const word = fc.constantFrom('tide', 'Ebbe', 'marée', 'بحر', 'море', '🌊', 'cafe\u0301s')
    const number = fc.constantFrom('$19.50', '3.141', '19:30', '€ 12,-', '5 km', '٢٬٣٤٠')
    fc.assert(
      fc.property(
        languages,
        fc.array(fc.tuple(word, number), { maxLength: 6 }),
        (language, all) => {
          const written = all.map(([one, other]) => `${one}, ${other},`).join(' ')
          const { spoken, map } = said(written, rulesFor(language, new Map()))
          const offsets = placesOf(spoken).map(([at, found]) => [map[at], found])
          const places = placesOf(written).map(([at, found]) => [unitOf(written, at), found])
          assert.deepEqual(offsets, places)
        },
      ),
    )
  })
})

/** Code point and text of each of the words above. */
function placesOf(heard: string): [number, string][] {
  const found = heard.matchAll(/(?<!\p{L})(?:tide|Ebbe|marée|بحر|море|🌊|cafe\u0301s)(?!\p{L})/gu)
  return [...found].map(({ index, 0: word }) => [[...heard.slice(0, index)].length, word])
}

const unitOf = (written: string, codePoint: number) =>
  [...written].slice(0, codePoint).join('').length
