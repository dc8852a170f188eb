import type { Mark } from './engine.ts'
import { type Stretch, sourceWords } from './source-words.ts'
import type { SpokenBlock } from './spoken-block.ts'

/** An engine's word that it has come to a place. */
export interface SpeechEvent {
  /** Which code point of what is spoken, from 0. */
  readonly codePoint: number
  /** Seconds from the block's first sample. */
  readonly at: number
}

interface Heard extends Stretch {
  from: number | null
}

/**
 * When each written word is heard. Of the many events that one word may give ("$19.50" is five) the
 * earliest counts; a word that gave none (an engine says "of the" as one) is placed between its
 * neighbours by its length. Nothing when there were no events: words are never guessed at.
 * @param events in any order
 * @param seconds how long the speech is, without the pause after it
 */
export function marksFrom(
  block: SpokenBlock,
  events: readonly SpeechEvent[],
  seconds: number,
): Mark[] {
  const words: Heard[] = sourceWords(block).map((word) => ({ ...word, from: null }))
  for (const { codePoint, at } of events) {
    const offset = block.map[codePoint]
    const word = offset === undefined ? undefined : wordAt(words, offset)
    if (word !== undefined && (word.from === null || at < word.from)) word.from = at
  }
  if (words.every(({ from }) => from === null)) return []
  const said = words.filter(({ from, start, end }) => {
    return from !== null || /[\p{L}\p{N}]/u.test(block.text.slice(start, end))
  })
  return asMarks(said, withoutGaps(said, seconds), seconds)
}

function wordAt(words: readonly Heard[], offset: number): Heard | undefined {
  let [low, high] = [0, words.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const word = words[middle]
    if (word === undefined) return undefined
    if (offset < word.start) high = middle - 1
    else if (offset >= word.end) low = middle + 1
    else return word
  }
  return undefined
}

/** The beginning of every word, those unheard of laid between the others by the letters they have. */
function withoutGaps(words: readonly Heard[], seconds: number): number[] {
  const starts: number[] = []
  let [known, knownAt] = [0, 0]
  for (let index = 0; index <= words.length; index += 1) {
    const heard = index === words.length ? seconds : words[index]?.from
    if (heard === null || heard === undefined) continue
    const until = Math.min(Math.max(heard, knownAt), seconds)
    const between = words.slice(known, index)
    const weight = between.reduce((sum, word) => sum + weightOf(word), 0)
    let before = 0
    for (const word of between) {
      starts.push(knownAt + ((until - knownAt) * before) / weight)
      before += weightOf(word)
    }
    known = index
    knownAt = until
  }
  return starts
}

/** The space after a word is heard as well. */
const weightOf = ({ start, end }: Stretch) => end - start + 1

function asMarks(words: readonly Heard[], starts: readonly number[], seconds: number): Mark[] {
  return words.map(({ start, end }, index) => ({
    start,
    end,
    from: starts[index] ?? 0,
    to: starts[index + 1] ?? seconds,
    level: 'word',
  }))
}
