import { tableFor } from './languages/table-for.ts'
import type { Stretch } from './source-words.ts'
import type { SpokenBlock } from './spoken-block.ts'

/** One sentence, in the text on the page and in what is said of it; UTF-16 offsets in both. */
export interface SpokenSentence extends Stretch {
  readonly spokenStart: number
  readonly spokenEnd: number
}

/**
 * The sentences of a block in order, without the white space between them. The full stop of an
 * abbreviation or of an initial ends none; an item of a list does.
 */
export function sentencesOf(block: SpokenBlock): readonly SpokenSentence[] {
  const { spoken, text, map, language } = block
  const offsets = codePointOffsets(spoken)
  const inText = (spokenOffset: number) => map[offsets[spokenOffset] ?? -1] ?? text.length
  return piecesOf(spoken, language)
    .map(({ start, end }) => {
      const from = inText(start)
      const to = end === spoken.length ? text.length : inText(end)
      return { ...trimmed(text, from, to), ...asSpoken(trimmed(spoken, start, end)) }
    })
    .filter(({ spokenStart, spokenEnd }) => spokenStart < spokenEnd)
}

const asSpoken = ({ start, end }: Stretch) => ({ spokenStart: start, spokenEnd: end })

/** By UTF-16 offset, which code point begins or goes on there. */
function codePointOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1)
  let [at, codePoint] = [0, 0]
  for (const letter of text) {
    for (let unit = 0; unit < letter.length; unit += 1) offsets[at + unit] = codePoint
    at += letter.length
    codePoint += 1
  }
  offsets[at] = codePoint
  return offsets
}

function piecesOf(spoken: string, language: string): readonly Stretch[] {
  const pieces: Stretch[] = []
  const shortened = abbreviationsOf(language)
  let start = 0
  for (const { index, segment } of segmenterOf(language).segment(spoken)) {
    const end = index + segment.length
    if (end < spoken.length && goesOn(segment, shortened)) continue
    pieces.push({ start, end })
    start = end
  }
  return pieces
}

/** Those that a rule did not put into words, as where no name follows. */
function abbreviationsOf(language: string): ReadonlySet<string> {
  const known = abbreviations.get(language)
  if (known !== undefined) return known
  const { titles, numbered } = tableFor(language)
  const written = [...anywhere, ...Object.keys(titles), ...Object.keys(numbered)]
  const made = new Set(written.map((word) => word.replace(/\.$/, '').toLowerCase()))
  abbreviations.set(language, made)
  return made
}

const anywhere = ['Dr.', 'Prof.', 'St.', 'vs.']
const abbreviations = new Map<string, ReadonlySet<string>>()

/** Whether its last full stop belongs to a word. */
function goesOn(piece: string, shortened: ReadonlySet<string>): boolean {
  if (piece.endsWith('\n')) return false
  const last = /(?<![\p{L}\p{N}])((?:\p{L}+\.)*\p{L}+)\.\s*$/u.exec(piece.slice(-40))?.[1]
  if (last === undefined) return false
  return /^\p{Lu}$/u.test(last) || shortened.has(last.toLowerCase())
}

/** Making one is dear. Only languages that passed `languageTag` get here. */
const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, made)
  return made
}

function trimmed(text: string, from: number, to: number): Stretch {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (start < end && /\s/.test(text.charAt(end - 1))) end -= 1
  return { start, end }
}
