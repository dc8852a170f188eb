import type { Chance } from '#ground/chance'

/** Writes text that means nothing, with words about as long and as common as those of English. */
export interface Scribe {
  /** So many words, the first with a capital. */
  readonly words: (count: number) => string
  /** Paragraphs of 30 to 70 words, together about so many. */
  readonly paragraphs: (words: number) => string[]
}

const starts = [
  'b',
  'br',
  'd',
  'f',
  'g',
  'gl',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'w',
]
const middles = ['a', 'ai', 'e', 'ea', 'i', 'o', 'oo', 'u']
const ends = ['', 'd', 'l', 'm', 'n', 'nd', 'r', 'rk', 's', 'st', 't']
const vocabularySize = 20_000

export function scribeBy(chance: Chance): Scribe {
  const syllable = () => chance.oneOf(starts) + chance.oneOf(middles) + chance.oneOf(ends)
  const vocabulary = Array.from({ length: vocabularySize }, (_, rank) =>
    Array.from({ length: 1 + chance.below(rank < 200 ? 1 : 3) }, syllable).join(''),
  )
  // The word of rank n comes about 1/n as often as the first: Zipf's law.
  const word = () => vocabulary[Math.floor(vocabularySize ** chance.share()) - 1] ?? 'tide'
  const words = (count: number) => {
    const text = Array.from({ length: count }, word).join(' ')
    return text.charAt(0).toUpperCase() + text.slice(1)
  }
  const sentences = (count: number) => {
    const made: string[] = []
    for (let left = count; left > 0; ) {
      const next = Math.min(left, 6 + chance.below(16))
      made.push(`${words(next)}.`)
      left -= next
    }
    return made.join(' ')
  }
  return {
    words,
    paragraphs: (count) => {
      const made: string[] = []
      for (let left = count; left > 0; ) {
        const next = Math.min(left, 30 + chance.below(41))
        made.push(sentences(next))
        left -= next
      }
      return made
    },
  }
}
