/** Titles that begin with a digit of any script stand together. */
export const digits = '0-9'

/** So do those without a letter or a digit. */
export const noLetter = '#'

/**
 * Under which letter a title stands: its first letter without accents, whatever marks come before
 * it. "Émile" is under E, "أخبار" under ا; Chinese characters, of which every title has another,
 * are under one of them, and Korean syllables under their first consonant. What it answers is
 * itself under that same letter.
 */
export function initialOf(title: string): string {
  const first = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]/u.exec(title.normalize('NFKD'))?.[0]
  if (first === undefined) return noLetter
  if (/[A-Z]/.test(first)) return first
  if (/\p{N}/u.test(first)) return digits
  if (/\p{Script=Han}/u.test(first)) return '漢'
  if (first === 'ٱ') return 'ا'
  const consonant = consonants[(first.codePointAt(0) ?? 0) - firstConsonant]
  if (consonant !== undefined) return consonant
  // Georgian capitals are for whole words, and few fonts have them.
  if (/\p{Script=Georgian}/u.test(first)) return first.toLowerCase()
  const [capital = first] = first.toUpperCase()
  return /\p{Script=Latin}/u.test(capital) ? plain(capital) : capital
}

/** "Ø" is under O and "Ł" under L, though Unicode does not take them apart; "Æ" stays itself. */
function plain(capital: string): string {
  return alphabet.find((letter) => sameLetter.compare(letter, capital) === 0) ?? capital
}

const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
const sameLetter = new Intl.Collator('en', { sensitivity: 'base' })

/** U+1100 and on, as they are written when they stand alone. */
const firstConsonant = 0x11_00
const consonants = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ')

/** The script of a letter, so that no alphabet runs on into the next: Α is not A. */
export function scriptOf(initial: string): string {
  return scripts.find(({ holds }) => holds.test(initial))?.name ?? ''
}

const scripts = [
  ...['Latin', 'Arabic', 'Greek', 'Cyrillic', 'Hebrew', 'Armenian', 'Georgian', 'Devanagari'],
  ...['Bengali', 'Tamil', 'Thai', 'Ethiopic', 'Hangul', 'Hiragana', 'Katakana', 'Han'],
].map((name) => ({ name, holds: new RegExp(`^\\p{Script=${name}}`, 'u') }))
