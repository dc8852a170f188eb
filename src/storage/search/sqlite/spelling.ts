import type { DatabaseSync } from 'node:sqlite'
import { foldedWord, isUnspaced, type Question } from '#search'
import type { Deadline } from './candidates.ts'
import type { Extent } from './extent.ts'

/** A word that this many headlines have is no misspelling, whatever it looks like. */
const known = 2
/** Looked at before the clock is asked again. */
const atOnce = 2_000

/** Mends words that nobody writes, from words that anyone may see. */
export function spellingIn(database: DatabaseSync) {
  const counted = database.prepare('select count from spelling where word = ?')
  const like = database.prepare(
    'select word, count from spelling where word >= ? and word < ? and length(word) between ? and ?',
  )

  const nearest = (word: string, until: Deadline): string | null => {
    const most = word.length < 5 ? 1 : 2
    const [first = ''] = word
    const next = String.fromCodePoint((first.codePointAt(0) ?? 0) + 1)
    let best: { word: string; distance: number; count: number } | null = null
    let looked = 0
    for (const row of like.iterate(first, next, word.length - most, word.length + most)) {
      looked += 1
      if (looked % atOnce === 0 && performance.now() > until) break
      const other = String(row.word)
      const count = Number(row.count)
      const distance = distanceOf(word, other, best?.distance ?? most)
      if (distance > most || distance === 0) continue
      if (
        best === null ||
        distance < best.distance ||
        (distance === best.distance && count > best.count)
      )
        best = { word: other, distance, count }
    }
    return best?.word ?? null
  }

  return {
    /** The question with words that nobody writes mended; null when nothing is likelier. */
    mended({ text, parts }: Question, _reach: Extent, until: Deadline): string | null {
      let mended = text
      for (const word of parts.flatMap(({ words }) => words)) {
        if (word.length < 3 || isUnspaced(word) || /\p{N}/u.test(word)) continue
        const folded = foldedWord(word)
        if (Number(counted.get(folded)?.count ?? 0) >= known) continue
        const other = nearest(folded, until)
        if (other !== null) mended = mended.replace(word, () => other)
      }
      return mended === text ? null : mended
    },
  }
}

/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour (the optimal
 * string alignment distance of Damerau and Levenshtein); more than `most` is answered as `most + 1`.
 */
export function distanceOf(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1]
      const swapped =
        row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      line[at] = Math.min(
        (line[at - 1] ?? 0) + 1,
        (above[at] ?? 0) + 1,
        (above[at - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[at - 2] ?? 0) + 1 : Infinity,
      )
    }
    if (Math.min(...line) > most) return most + 1
    before = above
    above = line
  }
  return above[other.length] ?? most + 1
}
