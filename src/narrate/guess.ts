import { leadIn } from './encoder.ts'
import type { SpokenBlock } from './spoken-block.ts'

/** Letters a second, spaces counted, and of the scripts that write a syllable or a word in one. */
const pace = 15.5
const densePace = 4.5
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** How long a block will be heard, in seconds, as far as its length tells. */
export function guessOf({ spoken, pause }: SpokenBlock): number {
  const many = spoken.match(dense)?.length ?? 0
  return (spoken.length - many) / pace + many / densePace + pause + leadIn / 22_050
}
