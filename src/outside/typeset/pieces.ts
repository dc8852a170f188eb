/** Text between which a line may be broken, before it is measured. */
export interface Fragment {
  readonly text: string
  readonly spaced: boolean
}

/** Scripts that put no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Splits text at its spaces, after hyphens inside words, and between words of unspaced scripts. */
export function fragmentsOf(text: string, language: string): readonly Fragment[] {
  const words = joined(text.normalize('NFC')).split(/[^\S\u00a0\u202f\u2060]+|\u200b+/u)
  return words.filter(Boolean).flatMap((word) => {
    const parts = unspaced.test(word)
      ? segmentsOf(word, language)
      : word.split(/(?<=[\p{L}\p{N}]{2}[-–—/])(?=[\p{L}\p{N}]{2})/u)
    return parts.map((part, index) => ({ text: part, spaced: index === 0 }))
  })
}

/** French marks stay with their words, however they were typed; what is no text becomes a space. */
const joined = (text: string) =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/([«‹])[^\S\u00a0\u202f]+/gu, '$1\u00a0')
    .replace(/[^\S\u00a0\u202f]+([»›?!:;])/gu, '\u00a0$1')

/** Words of an unspaced script; a mark stays with what stands before it. */
function segmentsOf(word: string, language: string): readonly string[] {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(word)
  const parts: string[] = []
  for (const { segment, isWordLike } of segments) {
    const last = parts.pop()
    if (last === undefined) parts.push(segment)
    else if (isWordLike && !/[「『（《“‘(]$/u.test(last)) parts.push(last, segment)
    else parts.push(last + segment)
  }
  return parts
}

/** A word that is wider than any line, in portions of so many letters, with hyphens if it has such. */
export function chopped({ text, spaced }: Fragment, letters: number): readonly Fragment[] {
  const all = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
  const count = Math.ceil(all.length / Math.max(1, letters))
  const each = Math.ceil(all.length / count)
  const hyphen = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(text) ? '-' : ''
  return Array.from({ length: count }, (_, index) => {
    const part = all.slice(index * each, (index + 1) * each).join('')
    return { text: part + (index < count - 1 ? hyphen : ''), spaced: spaced && index === 0 }
  }).filter((fragment) => fragment.text !== '')
}
