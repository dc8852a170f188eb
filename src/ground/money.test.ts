import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moneyIn, moneyText } from './money.ts'

describe('money', () => {
  it('is read to the cent, with its currency on either side', () => {
    assert.deepEqual(moneyIn('EUR 9.99'), { minor: 999, currency: 'EUR' })
    assert.deepEqual(moneyIn('9.99 EUR'), { minor: 999, currency: 'EUR' })
    assert.deepEqual(moneyIn('EUR 12'), { minor: 1200, currency: 'EUR' })
    assert.deepEqual(moneyIn('JPY 500'), { minor: 500, currency: 'JPY' })
    assert.deepEqual(moneyIn('KWD 1.250'), { minor: 1250, currency: 'KWD' })
  })

  it('is not what only looks like it', () => {
    const odd = [
      '9.99',
      'EUR',
      'EUR 9,99',
      'EUR 9.9',
      'JPY 5.00',
      'EUR -1',
      'ZZZ 1',
      'EUR 1 EUR',
      '',
    ]
    for (const text of odd) assert.equal(moneyIn(text), null, text)
  })

  it('is written as the language does, without cents that say nothing', () => {
    const price = { minor: 999, currency: 'EUR' }
    assert.equal(moneyText(price, 'nl'), '€\u00a09,99')
    assert.equal(moneyText(price, 'en-GB'), '€9.99')
    assert.match(moneyText(price, 'ar-u-ca-gregory-nu-arab'), /٩٫٩٩/)
    assert.equal(moneyText({ minor: 1200, currency: 'EUR' }, 'en-GB'), '€12')
    assert.equal(moneyText({ minor: 500, currency: 'JPY' }, 'en-GB'), 'JP¥500')
  })
})
