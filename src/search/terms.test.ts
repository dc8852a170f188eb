import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { termsOf, wordsOf } from './terms.ts'

const same = (language: string, ...texts: string[]) => {
  const terms = texts.map((text) => termsOf(text, language).join(' '))
  assert.equal(new Set(terms).size, 1, terms.join(' | '))
}

describe('the terms of a text', () => {
  it('are the same for the forms of a word, by language', () => {
    same('en', 'Bridges', 'bridge', 'BRIDGED')
    same('nl', 'huizen', 'huis')
    same('fr', 'Élèves', 'élève')
    same('de', 'Straßen', 'STRASSEN')
    same('es', 'canción', 'cancion')
  })

  it('are the same however Arabic is written', () => {
    same('ar', 'المكتبة', 'المَكتَبَة', 'مكتبة')
    same('ar', 'إسلام', 'اسلام')
    assert.deepEqual(termsOf('٢٠٣١', 'ar'), ['2031'])
  })

  it('are pairs of neighbours where no spaces are written', () => {
    assert.deepEqual(termsOf('港口城市 2031', 'zh'), ['港口', '口城', '城市', '2031'])
    assert.deepEqual(termsOf('橋', 'ja'), ['橋'])
  })

  it('keep what no stemmer knows', () => {
    assert.deepEqual(termsOf('Łódź naïve', 'pl'), ['lodz', 'naive'])
  })

  it('hold nothing but letters and digits, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const term of termsOf(text, 'en')) {
          assert.match(term, /^[\p{L}\p{N}\p{M}]*$/u)
          assert.ok(term.length <= 80)
        }
      }),
    )
  })

  it('part words at signs and keep numbers', () => {
    assert.deepEqual(wordsOf('“AT&T’s 2.5%”'), ['AT', 'T', 's', '2', '5'])
  })
})
