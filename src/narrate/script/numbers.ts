import type { SpeechTable } from './speech-table.ts'

/** A number as it is written, and as it is said. */
export interface NumberRead {
  readonly value: number
  /** In ASCII digits, without separators of thousands, its decimals after a word. */
  readonly said: string
  /** The decimals as they are written; empty for a whole number. */
  readonly decimals: string
  readonly whole: string
}

export interface NumberStyle {
  /** The source of an expression that finds a number; it has no groups. */
  readonly pattern: string
  readonly read: (written: string) => NumberRead
}

/** A digit of any of the kinds that these languages are written with. */
export const digit = '[0-9\\u0660-\\u0669\\u06F0-\\u06F9]'

/** No number goes on to the left of here, nor a word ("B2", "1.2.3"); Arabic writes "and 2" as one. */
export const before = `(?<![\\p{N}_]|(?!\\p{Script=Arabic})\\p{L}|\\p{N}[.,:/'’٫٬])`

/** Nor to the right. */
export const after = `(?!\\p{N}|[.,:/'’٫٬]\\p{N})`

/**
 * How numbers are written where a language is at home: "1.234,5" in "nl", "1,234.5" in "es-MX".
 * @param tag BCP 47
 */
export function numberStyle(tag: string, table: SpeechTable): NumberStyle {
  const parts = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(1_234_567.8)
  const signOf = (kind: string) => parts.find(({ type }) => type === kind)?.value ?? ''
  const [group, point] = [signOf('group'), signOf('decimal')]
  const groups = `[${literal(group)}${/\s/.test(group) ? ' ' : ''}\\u00A0\\u202F'’٬]`
  const points = `[${literal(point)}٫]`
  // No number that anybody says has more groups; a hostile one would be looked at again and again.
  const pattern = `(?:${digit}{1,3}(?:${groups}${digit}{3}){1,8}|${digit}+)(?:${points}${digit}+)?`
  const parted = new RegExp(points)
  const separators = new RegExp(groups, 'g')
  return {
    pattern,
    read(written) {
      const [whole = '', decimals = ''] = written.split(parted).map(asAscii)
      const plain = whole.replace(separators, '')
      const spelt = table.digitByDigit ? [...decimals].join(' ') : decimals
      // The engine knows a decimal sign by itself where we have no word for it.
      const sign = table.point === '' ? point : ` ${table.point} `
      return {
        value: Number(decimals === '' ? plain : `${plain}.${decimals}`),
        said: decimals === '' ? plain : `${plain}${sign}${spelt}`,
        decimals,
        whole: plain,
      }
    },
  }
}

/** "٣" and "۳" are 3. */
export function asAscii(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (one) => String(one.charCodeAt(0) & 0xf))
}

export const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Any of these, the longest first, so that "km/h" is no "km". */
export function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((one, other) => other.length - one.length)
    .map(literal)
    .join('|')
}
