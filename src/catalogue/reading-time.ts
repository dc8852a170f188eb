import { baseLanguage } from '#ground/language'

/**
 * Words a minute of silent reading of non-fiction: 238 for English (Brysbaert 2019, meta-analysis
 * of 190 studies); the others keep the ratios of the IReST texts (Trauzettel-Klosinski and Dietz
 * 2012), in which English readers did 228. Chinese and Japanese are counted in characters a minute,
 * from the same texts; the figure for Korean, in characters too, is an estimate of ours.
 */
const wordsAMinute: Readonly<Record<string, number>> = {
  ar: 144,
  de: 187,
  en: 238,
  es: 228,
  fi: 168,
  fr: 204,
  he: 195,
  it: 196,
  nl: 211,
  pl: 173,
  pt: 189,
  ru: 192,
  sl: 188,
  sv: 208,
  tr: 173,
}

const charactersAMinute: Readonly<Record<string, number>> = { ja: 357, ko: 400, zh: 255 }

const otherwise = 200

/** How long a text is, for a reader: `words` are characters in Chinese, Japanese and Korean. */
export interface Length {
  readonly paragraphs: number
  readonly words: number
  /** Whole minutes, rounded, at least 1 unless there is no text at all. */
  readonly minutes: number
}

/**
 * How long it takes to read this many words (characters in Chinese, Japanese and Korean), in
 * whole minutes: at least 1, or 0 for no words.
 */
export function readingMinutes(words: number, language: string): number {
  if (words === 0) return 0
  const base = baseLanguage(language)
  const pace = charactersAMinute[base] ?? wordsAMinute[base] ?? otherwise
  return Math.max(1, Math.round(words / pace))
}

/** Words of a plain text; for Chinese, Japanese and Korean its letters and digits. */
export function wordsIn(text: string, language: string): number {
  const pattern = baseLanguage(language) in charactersAMinute ? character : word
  return text.match(pattern)?.length ?? 0
}

const character = /[\p{L}\p{N}]/gu
const word = /[\p{L}\p{N}\p{M}]+(?:['’\-.,][\p{L}\p{N}\p{M}]+)*/gu
