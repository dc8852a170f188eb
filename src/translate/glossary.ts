import { isSameLanguage } from './same-language.ts'
import type { GlossaryEntry } from './store.ts'

/** What stands for each name: what it is to be called, its own name where that stays. */
export type Names = ReadonlyMap<string, string>

/** The names that matter in this language; what is said for it comes before what is said for all. */
export function namesFor(entries: readonly GlossaryEntry[], to: string): Names {
  const fitting = entries.filter(
    ({ term, language }) => term !== '' && (language === '' || isSameLanguage(language, to)),
  )
  const special = (entry: GlossaryEntry) => Number(entry.language !== '')
  const ordered = fitting.toSorted((one, other) => special(one) - special(other))
  return new Map(ordered.map(({ term, target }) => [term, target ?? term]))
}

/** Part of a text: what stands between names, or a name. */
export type NamedPart = string | { readonly name: string; readonly target: string }

/** The text in parts: names are whole words, and of two that begin together the longer one. */
export function partsOf(text: string, names: Names): readonly NamedPart[] {
  const pattern = patternFor(names)
  if (pattern === null) return text === '' ? [] : [text]
  return text
    .split(pattern)
    .map((part, at) => (at % 2 === 0 ? part : { name: part, target: names.get(part) ?? part }))
    .filter((part) => part !== '')
}

/** The entries that occur in this text, in one order: what a translation of it depends on. */
export function namesIn(text: string, names: Names): readonly (readonly [string, string])[] {
  const found = partsOf(text, names).flatMap((part) =>
    typeof part === 'string' ? [] : [[part.name, part.target] as const],
  )
  return [...new Map(found)].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** How many times this stands in the text, as whole words. */
export function timesIn(text: string, said: string): number {
  const parts = partsOf(text, new Map([[said, said]]))
  return parts.filter((part) => typeof part !== 'string').length
}

/** Made once for each glossary that is held. */
const patterns = new WeakMap<Names, RegExp>()

function patternFor(names: Names): RegExp | null {
  if (names.size === 0) return null
  const known = patterns.get(names)
  if (known !== undefined) return known
  const longestFirst = [...names.keys()].sort((one, other) => other.length - one.length)
  const pattern = new RegExp(`(${longestFirst.map(wholeWord).join('|')})`, 'u')
  patterns.set(names, pattern)
  return pattern
}

/** Scripts that put no space between words have no edge to look for. */
const spaced = /[\p{L}\p{N}]/u
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

function wholeWord(term: string): string {
  const letters = Array.from(term)
  const hasEdge = (letter = '') => spaced.test(letter) && !unspaced.test(letter)
  const before = hasEdge(letters[0]) ? String.raw`(?<![\p{L}\p{N}])` : ''
  const after = hasEdge(letters.at(-1)) ? String.raw`(?![\p{L}\p{N}])` : ''
  return `${before}${RegExp.escape(term)}${after}`
}
