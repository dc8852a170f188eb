import type { Block } from './block.ts'
import { isParagraphLike, plainTextOf } from './plain-text.ts'
import { wordsIn } from './reading-time.ts'

/** Where a publication parts the lead of its stories from the rest. */
export interface CutRule {
  /** The lead has at most so many paragraphs. */
  readonly paragraphs: number
  /** The lead has at most so many words (characters in Chinese, Japanese and Korean), or null. */
  readonly words: number | null
  /** The lead is at most this share of the story's words, 0 to 1. */
  readonly share: number
}

export const defaultCut: CutRule = { paragraphs: 7, words: null, share: 0.4 }

export interface Cut {
  readonly lead: readonly Block[]
  readonly rest: readonly Block[]
}

/**
 * Parts the blocks of a story. Blocks stay whole, so a lead may be shorter than its rule allows,
 * and is empty when the first paragraph alone is more than the allowed share. A heading never ends
 * a lead: it goes with what it announces.
 */
export function cutBlocks(blocks: readonly Block[], rule: CutRule, language: string): Cut {
  const words = blocks.map((block) => wordsIn(plainTextOf(block), language))
  const all = words.reduce((sum, count) => sum + count, 0)
  const mostWords = Math.min(rule.words ?? all, all * rule.share)

  let end = 0
  let paragraphs = 0
  let leadWords = 0
  for (const [index, block] of blocks.entries()) {
    paragraphs += isParagraphLike(block) ? 1 : 0
    leadWords += words[index] ?? 0
    if (paragraphs > rule.paragraphs || leadWords > mostWords) break
    end = index + 1
  }
  while (blocks[end - 1]?.kind === 'heading') end -= 1
  return { lead: blocks.slice(0, end), rest: blocks.slice(end) }
}
