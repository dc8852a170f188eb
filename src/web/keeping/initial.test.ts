import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { digits, initialOf, noLetter, scriptOf } from './initial.ts'

describe('the letter under which a title stands', () => {
  const initials = (titles: readonly string[]) => titles.map(initialOf).join(' ')

  it('is its first letter without accents, whatever marks come before it', () => {
    assert.equal(initials(['Émile', 'ørken', 'Łąka', '«Zeit»', '¡Hoy!', '’t Sas']), 'E O L Z H T')
    assert.equal(initials(['Œuvre', 'ægis', 'ßaar', 'Ｗide', 'ﬁn']), 'Œ Æ S W F')
  })

  it('is a letter of its own script, in the form that stands for all its forms', () => {
    assert.equal(initials(['أخبار', 'آفاق', 'إلى', 'ٱلنور', 'ـبيت']), 'ا ا ا ا ب')
    assert.equal(initials(['έξω', 'їжак', 'ґрунт', 'კვირა', 'がくせい']), 'Ε І Ґ კ か')
    assert.equal(initials(['한강', '北浜', '汐見']), 'ㅎ 漢 漢')
  })

  it('is one mark for all digits, and one for what has neither letter nor digit', () => {
    assert.deepEqual(['7 Days', '٧ أيام', '①', 'Ⅳ'].map(initialOf), [digits, digits, digits, 'I'])
    assert.deepEqual(['🐝', '…', ''].map(initialOf), [noLetter, noLetter, noLetter])
  })

  it('stands under itself, so that an address that names it leads to it', () => {
    for (const initial of ['A', 'Œ', 'ا', 'Ε', 'კ', 'か', 'ㅎ', '漢', digits, noLetter]) {
      assert.equal(initialOf(initial), initial)
    }
  })

  it('belongs to an alphabet, which digits and signs do not', () => {
    assert.deepEqual(['A', 'Α', 'А', 'ا', 'ㅎ'].map(scriptOf), [
      ...['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hangul'],
    ])
    assert.deepEqual([digits, noLetter].map(scriptOf), ['', ''])
  })
})
