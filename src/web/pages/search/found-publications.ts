import { baseLanguage } from '#ground/language'
import type { Question } from '#search'
import { type Entry, lettersOf } from '../../keeping/entry.ts'
import { namesOf } from './names.ts'

/** A row of covers. */
const most = 6

/** Publications whose name has all the words of a question, the closest names first. */
export function publicationsNamed(
  entries: readonly Entry[],
  { parts, filters }: Pick<Question, 'parts' | 'filters'>,
  limit = most,
): readonly Entry[] {
  if (parts.some(({ within }) => within !== null && within !== 'publication')) return []
  const wanted = parts.filter(({ excluded }) => !excluded)
  const words = wanted.flatMap((part) => part.words).map(lettersOf)
  if (words.length === 0) return []
  const unwanted = parts.filter(({ excluded }) => excluded).flatMap((part) => part.words)
  const whole = words.join(' ')
  const [rarest = ''] = words.toSorted((one, other) => other.length - one.length)
  return namesOf(entries)
    .having(rarest)
    .filter(({ publication: { kind, language }, letters }) => {
      const isOf = <Value>(values: readonly Value[], value: Value) =>
        values.length === 0 || values.includes(value)
      return (
        isOf(filters.kinds, kind) &&
        isOf(filters.languages, baseLanguage(language)) &&
        words.every((word) => beginsWord(letters, word)) &&
        !unwanted.some((word) => beginsWord(letters, lettersOf(word)))
      )
    })
    .map((entry) => ({ entry, rank: rankOf(entry.letters, whole) }))
    .sort((one, other) => one.rank - other.rank || (one.entry.sorted < other.entry.sorted ? -1 : 1))
    .slice(0, limit)
    .map(({ entry }) => entry)
}

/** Whether a word of the name begins so; a script without spaces has it anywhere. */
function beginsWord(letters: string, word: string): boolean {
  for (let at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? '') || unspaced.test(word)) return true
  }
  return false
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

const rankOf = (letters: string, whole: string): number =>
  letters === whole ? 0 : letters.startsWith(whole) ? 1 : 2
