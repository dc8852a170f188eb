import type { SpokenBlock } from './spoken-block.ts'

/** UTF-16 offsets in a block's text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The words of a block's text that can be pointed at: what stands between white space, and between
 * the items of a list or the lines of a verse, where the page has no white space. Scripts that are
 * written without spaces are cut by a dictionary.
 */
export function sourceWords(block: SpokenBlock): readonly Stretch[] {
  const cuts = lineStarts(block).values()
  let cut = cuts.next()
  const words: Stretch[] = []
  for (const { index, 0: found } of block.text.matchAll(/\S+/g)) {
    const end = index + found.length
    let start = index
    for (; !cut.done && cut.value < end; cut = cuts.next()) {
      if (cut.value <= start) continue
      words.push(...cutByDictionary(block, { start, end: cut.value }))
      start = cut.value
    }
    words.push(...cutByDictionary(block, { start, end }))
  }
  return words
}

/** A line break in what is spoken is always one that the page draws without a character. */
function lineStarts({ spoken, map }: SpokenBlock): readonly number[] {
  const starts: number[] = []
  let codePoint = 0
  for (const letter of spoken) {
    const at = map[codePoint]
    if (letter === '\n' && at !== undefined) starts.push(at)
    codePoint += 1
  }
  return starts
}

const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function cutByDictionary(
  { text, language }: SpokenBlock,
  { start, end }: Stretch,
): readonly Stretch[] {
  const word = text.slice(start, end)
  if (!withoutSpaces.test(word)) return [{ start, end }]
  const pieces = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(word)]
  return pieces
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({
      start: start + index,
      end: start + index + segment.length,
    }))
}
