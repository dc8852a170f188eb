import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { charactersIn, oneLine } from './one-line.ts'

describe('a line that somebody typed', () => {
  it('loses what nobody meant to type, and what would turn the text of others', () => {
    assert.equal(oneLine('  Quiet \r\n\t water '), 'Quiet water')
    assert.equal(oneLine('Quiet\u0000 \u202Eretaw\u202C\u2068'), 'Quiet retaw')
    assert.equal(oneLine('\u0000\u202E'), '')
  })

  it('keeps the marks that letters of Persian and Arabic need', () => {
    assert.equal(oneLine('می\u200Cخواهم \u200F!'), 'می\u200Cخواهم \u200F!')
  })

  it('is as long as people count it', () => {
    assert.equal(charactersIn('👩🏽‍🚀'.repeat(3)), 3)
    assert.equal(charactersIn(''), 0)
  })
})
