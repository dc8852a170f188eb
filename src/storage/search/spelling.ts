import { foldedWord, isUnspaced, type Question } from '#search'
import type { Deadline, Shelf, Spelled } from './shelf.ts'

/** A word that this many headlines have is no misspelling, whatever it looks like. */
const known = 2

/** Words of one question that others are looked for: nobody mistypes more. */
const mostLooked = 3

/** The question with words that nobody writes mended; null when nothing is likelier. */
export async function mended(
  { text, parts }: Question,
  shelf: Shelf,
  until: Deadline,
): Promise<string | null> {
  const words = parts
    .flatMap(({ words }) => words)
    .filter((word) => word.length > 2 && !isUnspaced(word) && !/\p{N}/u.test(word))
  const counts = await shelf.spelled(words.map(foldedWord))
  const unknown = words.filter((_, at) => (counts[at] ?? 0) < known)
  let better = text
  for (const word of unknown.slice(0, mostLooked)) {
    const other = await nearest(foldedWord(word), shelf, until)
    if (other !== null) better = better.replace(word, () => other)
  }
  return better === text ? null : better
}

/**
 * The likeliest word that anyone may see, by as few changes as can be. Most slips are behind the second
 * letter, and few words share two, so these are looked at first.
 */
async function nearest(word: string, shelf: Shelf, until: Deadline): Promise<string | null> {
  const most = word.length < 5 ? 1 : 2
  const signs = Array.from(word)
  for (const start of [signs.slice(0, 2).join(''), signs[0] ?? '']) {
    if (performance.now() > until) return null
    const best = nearestOf(word, await shelf.alike(start, { word, most }, until), most)
    if (best !== null) return best
  }
  return null
}

function nearestOf(word: string, alike: Spelled, most: number): string | null {
  let best = { word: '', distance: most + 1, count: 0 }
  for (const { word: other, count } of alike) {
    const distance = distanceOf(word, other, Math.min(most, best.distance))
    if (distance > most || distance === 0) continue
    const nearer = distance < best.distance
    if (nearer || (distance === best.distance && count > best.count))
      best = { word: other, distance, count }
  }
  return best.word === '' ? null : best.word
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
