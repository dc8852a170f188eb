import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { baseLanguage, directionOf, languageTag } from './language.ts'

describe('languages', () => {
  it('are named as BCP 47 names them, however they were written', () => {
    assert.equal(languageTag('EN_gb'), 'en-GB')
    assert.equal(languageTag(' ar '), 'ar')
    assert.equal(languageTag('no language'), null)
    assert.equal(languageTag(''), null)
  })

  it('know which way they are written', () => {
    assert.equal(directionOf('ar-EG'), 'rtl')
    assert.equal(directionOf('he'), 'rtl')
    assert.equal(directionOf('az-Arab'), 'rtl')
    assert.equal(directionOf('nl'), 'ltr')
  })

  it('know what they are a variety of', () => {
    assert.equal(baseLanguage('zh-Hant-TW'), 'zh')
  })
})
