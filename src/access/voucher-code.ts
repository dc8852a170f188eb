import { randomBytes } from 'node:crypto'
import { digestOf } from '#ground/digest'

/** Crockford's base 32: no I, L, O and U, so that no letter is taken for another or for a digit. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 80 random bits: 16 letters. */
const randomLetters = 16

/** A prime below 32²: any one wrong letter, and any two neighbours swapped, change the remainder. */
const modulus = 1021n

/** A new code, as it is printed: "K7QW-3N5D-0RTZ-81AV-6M". */
export function newVoucherCode(): string {
  const bits = BigInt(`0x${randomBytes(10).toString('hex')}`)
  return grouped(textOf(bits, randomLetters) + checkOf(bits))
}

/**
 * The code in what somebody typed, as it is printed; null when it cannot be one of ours. Small
 * letters, spaces and missing hyphens do not matter, nor O for 0 or I and L for 1.
 */
export function voucherCodeIn(text: string): string | null {
  const bare = text
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (bare.length !== randomLetters + 2 || [...bare].some((one) => !letters.includes(one))) {
    return null
  }
  const bits = numberIn(bare.slice(0, randomLetters))
  return bare.slice(randomLetters) === checkOf(bits) ? grouped(bare) : null
}

/** What a code is known by: 80 random bits cannot be guessed from it. */
export function voucherDigest(code: string): string {
  return digestOf(`voucher ${code}`)
}

function checkOf(bits: bigint): string {
  return textOf(bits % modulus, 2)
}

function textOf(value: bigint, length: number): string {
  const places = Array.from({ length }, (_, place) => BigInt(length - 1 - place) * 5n)
  return places.map((shift) => letters[Number((value >> shift) & 31n)]).join('')
}

function numberIn(text: string): bigint {
  return [...text].reduce((value, one) => value * 32n + BigInt(letters.indexOf(one)), 0n)
}

function grouped(text: string): string {
  return text.match(/.{1,4}/g)?.join('-') ?? text
}
