import { LRUCache } from 'lru-cache'
import { keepsFirstSign, stemOf } from './stem.ts'

/** Longer words are cut: nobody types them, and they would only fill the index. */
const longest = 40

/** Scripts that write no spaces between words. */
const unspaced =
  /[[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]&&[\p{L}\p{N}\p{M}]]+/v
const spaced =
  /[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+/v
const piece = new RegExp(`${unspaced.source}|${spaced.source}`, 'gv')

/** The words of a text in order: runs of letters and digits, and runs of a script without spaces. */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').match(piece) ?? []
}

/** The same words as they stand in the text, each with the place of its first sign, one by one. */
export function wordPlacesIn(
  text: string,
): Iterator<{ readonly 0: string; readonly index: number }> {
  return text.matchAll(piece)
}

/** Whether the words of this text are not parted by spaces. */
export const isUnspaced = (word: string): boolean => unspaced.test(word)

/**
 * What the index knows a text by, in order: each word stemmed and folded, and every pair of
 * neighbours in a script that writes no spaces.
 */
export function termsOf(text: string, language: string): string[] {
  const term = termIn(language)
  return wordsOf(text).flatMap((word) => (isUnspaced(word) ? pairsOf(word) : [term(word)]))
}

/** One spaced word as the index knows it in a language. */
export const termOf = (word: string, language: string): string => termIn(language)(word)

/** The same for the words of a text, most of which are looked up and no more. */
export function termIn(language: string): (word: string) => string {
  const known = remembered.get(language) ?? { lately: new Map(), before: new Map() }
  remembered.set(language, known)
  return (word) => {
    const seen = known.lately.get(word)
    if (seen !== undefined) return seen
    const term = known.before.get(word) ?? folded(stemOf(small(word), language))
    if (known.lately.size >= wordsRemembered) {
      known.before = known.lately
      known.lately = new Map()
    }
    known.lately.set(word, term)
    return term
  }
}

/**
 * Most of what is written is the same few thousand words: each language's are stemmed once. What was
 * not seen for as many other words as are remembered is forgotten, in one go, since this is in the
 * way of every word that is indexed.
 */
interface Remembered {
  lately: Map<string, string>
  before: Map<string, string>
}
const wordsRemembered = 30_000
/** Languages come from what strangers send. */
const remembered = new LRUCache<string, Remembered>({ max: 30 })

/** A word as it was typed, without stemming: what the beginning of a longer word is looked up by. */
export const foldedWord = (word: string): string => folded(small(word))

/**
 * Tells by its first sign alone whether a word of a language may be known by one of these terms: most
 * words of a text need not be looked at any further.
 */
export function beginsAs(terms: Iterable<string>, language: string): (word: string) => boolean {
  const signs = new Set(Array.from(terms, (term) => term.charCodeAt(0)))
  if (!keepsFirstSign(language) || signs.has(Number.NaN)) return () => true
  return (word) => {
    const sign = firstSignOf(word.charCodeAt(0))
    return sign === null || signs.has(sign) || word.length === 1
  }
}

/** What the term of a word that begins so begins with; null where that depends on more of it. */
function firstSignOf(sign: number): number | null {
  const known = firstSigns.get(sign)
  if (known !== undefined) return known
  const letter = String.fromCharCode(sign)
  // Of a mark nothing is left: what follows it decides.
  const first = standsAlone.test(letter) ? (foldedWord(letter).codePointAt(0) ?? null) : null
  firstSigns.set(sign, first)
  return first
}

const firstSigns = new Map<number, number | null>()
/** Writing in which no letter becomes another by what follows it, and stems begin as their words do. */
const standsAlone =
  /[\u0021-\u007E\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** "港口城市" gives 港口 口城 城市; a single sign stands alone. */
export function pairsOf(run: string): string[] {
  const signs = Array.from(run)
  if (signs.length < 2) return signs
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)
}

/** Most words: to fold these costs as much as to look at them. */
const ascii = /^[!-~]*$/

function small(word: string): string {
  if (ascii.test(word)) return word.toLowerCase().slice(0, longest)
  return plainArabic(word.normalize('NFC').toLowerCase()).slice(0, longest)
}

/** Without accents and marks, and with letters that are written several ways in one. */
function folded(word: string): string {
  if (ascii.test(word)) return word
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .replace(/[ßæœøđłıʻʼةى]/g, (sign) => plain[sign] ?? sign)
}

const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ة: 'ه',
  ى: 'ي',
  ʻ: '',
  ʼ: '',
}

/**
 * Letters that writers of Arabic and Persian do not tell apart, and the tatweel and vowel signs that
 * they leave out (the light normalisation of Larkey et al. 2002).
 */
function plainArabic(word: string): string {
  return word
    .replace(/[\u0640\u064B-\u065F\u0670]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ی/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
}
