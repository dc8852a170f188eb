/** A character of these scripts says as much as so many letters. */
const dense: readonly (readonly [RegExp, number])[] = [
  [/\p{Script=Han}/gu, 3],
  [/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, 1.8],
  // Short vowels are not written.
  [/[\p{Script=Arabic}\p{Script=Hebrew}]/gu, 1.25],
]

/** How much a text says, in letters of an alphabet: lengths in two languages can be compared by it. */
export function weightOf(text: string): number {
  const more = dense.map(([pattern, worth]) => (text.match(pattern)?.length ?? 0) * (worth - 1))
  return more.reduce((sum, one) => sum + one, Array.from(text).length)
}
