import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { newVoucherCode, voucherCodeIn, voucherDigest } from './voucher-code.ts'

describe('the code of a voucher', () => {
  it('is read as it was printed, and in the ways people type', () => {
    const code = newVoucherCode()
    assert.match(code, /^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{2}$/)
    assert.equal(voucherCodeIn(code), code)
    assert.equal(voucherCodeIn(` ${code.toLowerCase().replaceAll('-', ' ')} `), code)
    assert.equal(voucherCodeIn(code.replaceAll('-', '–')), code)
    assert.equal(voucherCodeIn(code.replaceAll('0', 'o').replaceAll('1', 'l')), code)
  })

  it('is never the same twice', () => {
    const codes = new Set(Array.from({ length: 1_000 }, newVoucherCode))
    assert.equal(codes.size, 1_000)
  })

  it('knows any letter that is wrong, and any two that changed places', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    fc.assert(
      fc.property(fc.nat(17), fc.nat(31), (place, letter) => {
        const bare = newVoucherCode().replaceAll('-', '')
        const wrong = `${bare.slice(0, place)}${letters[letter]}${bare.slice(place + 1)}`
        if (wrong !== bare) assert.equal(voucherCodeIn(wrong), null)
        const [one = '', other = ''] = [bare[place], bare[place + 1]]
        const swapped = `${bare.slice(0, place)}${other}${one}${bare.slice(place + 2)}`
        if (place < 15 && one !== other) assert.equal(voucherCodeIn(swapped), null)
      }),
    )
  })

  it('is not read into other things', () => {
    for (const text of [
      '',
      'GOLD',
      newVoucherCode().slice(1),
      `${newVoucherCode()}0`,
      'U'.repeat(18),
    ]) {
      assert.equal(voucherCodeIn(text), null)
    }
  })

  it('is known by a digest that does not hold it', () => {
    const code = newVoucherCode()
    assert.match(voucherDigest(code), /^[0-9a-f]{64}$/)
    assert.notEqual(voucherDigest(code), voucherDigest(newVoucherCode()))
  })
})
