import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chooseLocale, wishesIn } from './choose.ts'
import { localesOf } from './locales.ts'
import { tongueOf } from './tongue.ts'

const locales = localesOf({ pseudoLocales: true })
const named = (name: string) => {
  const locale = locales.find((one) => one.name === name)
  assert.ok(locale, name)
  return tongueOf(locale)
}

describe('a tongue', () => {
  it('writes a calendar date with the day first and in the digits of the language', () => {
    const date = Temporal.PlainDate.from('2025-05-20')
    assert.equal(named('nl').date(date), '20 mei 2025')
    assert.equal(named('en').date(date), '20 May 2025')
    assert.equal(named('ar').date(date), '٢٠ مايو ٢٠٢٥')
    assert.equal(named('nl').dayAndDate(date), 'Dinsdag 20 mei 2025')
    const first = Temporal.PlainDate.from('2025-05-01')
    assert.equal(named('fr').date(first), '1er mai 2025')
    assert.equal(named('fr').date(date), '20 mai 2025')
  })

  it('sets a name of the other direction apart, each name of a list by itself', () => {
    const { say, list } = named('ar')
    assert.equal(say('by', { names: 'ليلى' }), 'بقلم ليلى')
    assert.match(list(['Ana', 'Bo']), /^\u2068Ana\u2069 و\u2068Bo\u2069$/)
    assert.match(named('nl').say('by', { names: 'ليلى' }), /^Door \u2068ليلى\u2069$/)
  })

  it('says in which language a story is only when that is not the page’s', () => {
    assert.equal(named('nl').otherLanguage('en-GB'), 'Engels')
    assert.equal(named('en').otherLanguage('en-GB'), null)
  })

  it('refuses a sentence that lacks a value', () => {
    assert.throws(() => named('en').say('by'), /names/)
  })

  it('disguises every word of a pseudo-locale and no value in it', () => {
    const accented = named('en-XA').say('by', { names: 'Ana' })
    assert.match(accented, /^[^a-zA-Z]+Ana~*$/)
    assert.match(named('ar-XB').say('to-front'), /^\u202ETo\u202C \u202Ethe\u202C/)
  })
})

describe('the choice of a language', () => {
  it('takes the most wanted one that there is, and the nearest relative', () => {
    const wishes = wishesIn('fi;q=0.9, nl-BE;q=0.8, en;q=0.3, ar;q=0')
    assert.equal(chooseLocale(wishes, locales)?.name, 'nl')
    assert.equal(chooseLocale(wishesIn('ar;q=0, ja'), locales), null)
    assert.equal(chooseLocale(wishesIn(undefined), locales), null)
  })

  it('gives a pseudo-locale only to who names it', () => {
    assert.equal(chooseLocale(['en-xa'], locales)?.name, 'en-XA')
    assert.equal(chooseLocale(['ar-EG'], locales)?.name, 'ar')
    assert.equal(chooseLocale(['en-XA'], localesOf({ pseudoLocales: false }))?.name, 'en')
  })
})
