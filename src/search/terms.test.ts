import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { beginsAs, termOf, termsOf, wordsOf } from './terms.ts'

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

describe('the first sign of a word', () => {
  const languages = 'ar da de el en es fa fi fr ga hi hu it ja ko nb nl pl pt ro ru sv tr zh'.split(
    ' ',
  )
  const signs =
    'यक़क\u093cिשʼיِـٱ٢ےaeioubdfghmnstyéüøßæœåçñİıłАёйЁΆάσأإاليةकखがガ漢한ᄒ\u0301\u0653’2٣Z'

  it('never says no where the word is known by that term, in any language', () => {
    const words = fc.oneof(
      fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 9 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    )
    fc.assert(
      fc.property(words, fc.constantFrom(...languages), (text, language) => {
        for (const word of wordsOf(text))
          assert.ok(beginsAs([termOf(word, language)], language)(word), `${word} in ${language}`)
      }),
      { numRuns: 2_000 },
    )
    assert.ok(beginsAs([termOf('fear', 'ga')], 'ga')('bhfear'))
    assert.ok(beginsAs([termOf('مدينة', 'ar')], 'ar')('المدينة'))
  })

  it('says no of most words', () => {
    const asked = beginsAs(['ferri', 'ecole'], 'en')
    const text = 'The Ferry to École sank; ferries éclairent Фея 港口'
    assert.deepEqual(text.split(/[ ;]+/).filter(asked), ['Ferry', 'École', 'ferries', 'éclairent'])
  })
})
