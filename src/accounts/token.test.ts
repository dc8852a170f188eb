import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { codeIn, isToken, newCode, newToken } from './token.ts'

describe('a code', () => {
  it('has six digits, zeros at its start too', () => {
    const codes = Array.from({ length: 5_000 }, newCode)
    assert.ok(codes.every((code) => /^\d{6}$/.test(code)))
    assert.ok(codes.some((code) => code.startsWith('0')))
    assert.ok(new Set(codes).size > 4_900)
  })

  it('is read as people type it', () => {
    for (const typed of [
      '123456',
      ' 123 456 ',
      '123-456',
      '١٢٣٤٥٦',
      '१२३४५६',
      '１２３４５６',
      '\u200E123456',
    ]) {
      assert.equal(codeIn(typed), '123456', typed)
    }
    for (const typed of ['', '12345', '1234567', '12345a', '123.456', '-']) {
      assert.equal(codeIn(typed), null, typed)
    }
  })
})

it('a token is 256 random bits', () => {
  const tokens = Array.from({ length: 100 }, newToken)
  assert.equal(new Set(tokens).size, 100)
  assert.ok(
    tokens.every((token) => isToken(token) && Buffer.from(token, 'base64url').length === 32),
  )
  for (const text of ['', 'x', `${newToken()}a`, newToken().replace(/.$/, '='), "' or 1=1"]) {
    assert.equal(isToken(text), false, text)
  }
})
