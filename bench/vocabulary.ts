import type { Chance } from '#ground/chance'
import { isUnspaced, type SearchDocument, wordsOf } from '#search'

/** What a language of a stand can be asked by. */
export interface Vocabulary {
  readonly stories: readonly SearchDocument[]
  /** The commonest first. */
  readonly common: readonly string[]
  readonly middling: readonly string[]
  readonly rare: readonly string[]
}

/** How common a word is: in how many of these stories it stands. */
export function vocabularyOf(stories: readonly SearchDocument[]): Vocabulary {
  const counts = new Map<string, number>()
  for (const story of stories)
    for (const word of new Set(wordsIn(`${story.headline} ${story.lead}`)))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
  const named = words.map(([word]) => word)
  const few = stories.length / 10
  const middling = words.filter(([, count]) => count > 1 && count <= few).map(([word]) => word)
  const rare = words.filter(([, count]) => count === 1).map(([word]) => word)
  return {
    stories,
    common: named.slice(0, 20),
    middling: some(middling, named),
    rare: some(rare, named),
  }
}

const some = <Value>(few: readonly Value[], all: readonly Value[]): readonly Value[] =>
  few.length > 0 ? few : all

/** Words as they are typed: where no spaces are written, a few signs of a run. */
function wordsIn(text: string): string[] {
  return wordsOf(text.toLowerCase()).flatMap((word) => {
    if (!isUnspaced(word)) return [word]
    const signs = Array.from(word)
    return Array.from({ length: Math.ceil(signs.length / 2) }, (_, at) =>
      signs.slice(at * 2, at * 2 + 2).join(''),
    )
  })
}

export function headlineWords({ stories }: Vocabulary, chance: Chance, count: number): string {
  const words = wordsIn(chance.oneOf(stories).headline).filter((word) => word.length > 1)
  const first = chance.below(Math.max(1, words.length - count + 1))
  return words.slice(first, first + count).join(' ')
}

/** So many words as they stand in a lead, one after the other. */
export function phraseOf({ stories }: Vocabulary, chance: Chance, count: number): string {
  const story = chance.oneOf(stories)
  const words = wordsOf(`${story.lead} ${story.headline}`).map((word) =>
    Array.from(word).slice(0, 12).join(''),
  )
  const first = chance.below(Math.max(1, words.length - count + 1))
  return words.slice(first, first + count).join(' ')
}

/** Two letters of it swapped. */
export function misspelt(word: string, chance: Chance): string {
  const signs = Array.from(word)
  const at = 1 + chance.below(Math.max(1, signs.length - 2))
  return [...signs.slice(0, at), signs[at + 1], signs[at], ...signs.slice(at + 2)].join('')
}

export const start = (text: string, letters: number): string =>
  Array.from(text).slice(0, letters).join('')
