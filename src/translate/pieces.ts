import { type Block, textOf } from '#catalogue'
import { escapeHtml } from '#ground/escape'
import { directionOf } from '#ground/language'
import { isSameLanguage } from './same-language.ts'
import { blockWith, segmentsOf } from './segments.ts'
import type { KeptBlock, SourceText } from './store.ts'
import type { QualityFlag, TranslatedBlock } from './translation.ts'

/** What is translated, kept and named as one: the headline, the standfirst, or a block. */
export type Segments = readonly string[]

/** The headline and the standfirst are kept as blocks of one segment are. */
export const lineSegments = (line: string): Segments => [escapeHtml(line)]

/**
 * What of a block has to be translated; null when all of it stays: there are no words in it, or they
 * are in some other language than their story.
 */
export function piecesOf(block: Block, language: string): Segments | null {
  if (block.language !== undefined && !isSameLanguage(block.language, language)) return null
  const segments = segmentsOf(block)
  return segments.some(hasWords) ? segments : null
}

/** Whether there is anything to translate in this inline HTML. */
export const hasWords = (html: string): boolean => /\p{L}/u.test(textOf(html))

/** All that is translated of a text. */
export function allSegments({
  headline,
  standfirst,
  blocks,
  language,
}: SourceText): readonly Segments[] {
  const lines = [headline, standfirst].map(lineSegments)
  const pieces = blocks.flatMap((block) => {
    const segments = piecesOf(block, language)
    return segments === null ? [] : [segments]
  })
  return [...lines.filter((segments) => segments.some(hasWords)), ...pieces]
}

/** A block as its translation shows it: with kept words, or the original where there are none. */
export function translatedBlock(
  original: Block,
  language: string,
  kept: KeptBlock | undefined,
): TranslatedBlock {
  const segments = piecesOf(original, language)
  if (segments === null) return { block: inItsLanguage(original, language), original, flags: [] }
  if (kept === undefined || kept.segments.length !== segments.length) {
    return { block: inItsLanguage(original, language), original, flags: ['untranslated'] }
  }
  const { language: _, direction: __, ...bare } = blockWith(original, kept.segments)
  return { block: bare, original, flags: kept.flags }
}

export function translatedLine(
  line: string,
  kept: KeptBlock | undefined,
): { readonly line: string; readonly flags: readonly QualityFlag[] } {
  const [html] = kept?.segments ?? []
  if (kept !== undefined && html !== undefined) return { line: textOf(html), flags: kept.flags }
  return { line, flags: hasWords(escapeHtml(line)) ? ['untranslated'] : [] }
}

/** On a page in another language it has to say which one it is in. */
function inItsLanguage(block: Block, language: string): Block {
  if (block.language !== undefined || block.kind === 'code' || block.kind === 'rule') return block
  return { ...block, language, direction: block.direction ?? directionOf(language) }
}
