import { randomBytes, randomInt } from 'node:crypto'

/** A secret that cannot be guessed: 256 random bits in 43 letters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether this may be one of our tokens; anything else is not even looked for. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

const codeDigits = 6

/** A code that can be read out and typed: six digits, each as likely. */
export function newCode(): string {
  return String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0')
}

/**
 * The code in what somebody typed: spaces and hyphens are dropped, digits of other scripts are
 * read as they are. Null when it is no code.
 */
export function codeIn(text: string): string | null {
  const digits = text.replace(/[\s\p{Pd}\p{Cf}]/gu, '').replace(/\p{Nd}/gu, asciiDigit)
  return /^\d{6}$/.test(digits) ? digits : null
}

/** Unicode gives every script its ten digits in one run, zero first. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  let zero = point
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1
  return String(point - zero)
}
