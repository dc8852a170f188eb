import { before } from './numbers.ts'
import type { Rule } from './rule.ts'

/**
 * "21st" as a word.
 * @param ending the source of an expression for what follows the number
 * @param words first, second and so on; further ones are left to the engine
 */
export function ordinalRule(ending: string, words: readonly string[]): Rule {
  return {
    find: new RegExp(`${before}(?<number>\\d{1,2})(?:${ending})(?![\\p{L}\\p{N}])`, 'gu'),
    say: ({ part }) => words[Number(part('number')) - 1] ?? null,
  }
}

/** "XIX" is 19; NaN when it is no number. */
export function romanNumber(text: string): number {
  const tens = ['', 'X', 'XX', 'XXX'].indexOf(/^X*/.exec(text)?.[0] ?? '')
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
  const one = ones.indexOf(text.replace(/^X*/, ''))
  return tens < 0 || one < 0 || text === '' ? Number.NaN : tens * 10 + one
}
