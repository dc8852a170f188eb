import type { Block } from '#catalogue'
import type { Announcements, HeardText } from '../narration.ts'
import type { SpokenBlock } from '../spoken-block.ts'
import { type Line, linesOf } from './lines.ts'
import type { Rule } from './rule.ts'
import { rulesFor } from './rules-for.ts'
import { said } from './said.ts'

/** Seconds of silence: a headline stands by itself. */
const afterHeadline = 0.9
const between = 0.5

/**
 * All that is said of a story, block by block. Marks point into the headline, the standfirst and the
 * blocks, whose `text` is the page's; what is announced stands nowhere, so its `text` is what is said.
 * @param announcements null where the stand has no words in that language: nothing is announced
 * @param lexicon how names are said
 */
export function scriptOf(
  text: HeardText,
  announcements: Announcements | null,
  lexicon: ReadonlyMap<string, string>,
): readonly SpokenBlock[] {
  const { language } = text
  const rules = rulesFor(language, lexicon)
  const onPage = (blockId: string, words: string, pause: number) =>
    spokenBlock({ blockId, language, pause }, [{ text: words, ends: true }], rules)
  const announced = (blockId: string, words: string) => asItIs(onPage(blockId, words, between))
  const foreword = announced('foreword', text.foreword)
  return [
    foreword,
    onPage('headline', text.headline, afterHeadline),
    onPage('standfirst', text.standfirst, between),
    ...announcementsOf(text, announcements).map(([id, words]) => announced(id, words)),
    ...text.blocks.map((block) => bodyBlock(block, language, lexicon)),
  ].flatMap((block) => block ?? [])
}

function announcementsOf(
  { bylines, date, corrections }: HeardText,
  announcements: Announcements | null,
): readonly (readonly [string, string])[] {
  if (announcements === null) return []
  const notes = corrections.map(
    (note, index) => [`corrections-${index + 1}`, announcements.correction(note)] as const,
  )
  const byline = bylines.length === 0 ? '' : announcements.byline(bylines)
  return [['byline', byline], ['date', announcements.date(date)], ...notes]
}

function bodyBlock(
  block: Block,
  storyLanguage: string,
  lexicon: ReadonlyMap<string, string>,
): SpokenBlock | null {
  const { id: blockId, language = storyLanguage } = block
  return spokenBlock(
    { blockId, language, pause: between },
    linesOf(block),
    rulesFor(language, lexicon),
  )
}

/** Null where nothing in it can be said. */
function spokenBlock(
  about: Pick<SpokenBlock, 'blockId' | 'language' | 'pause'>,
  lines: readonly Line[],
  rules: readonly Rule[],
): SpokenBlock | null {
  const text = lines.map((line) => line.text).join('')
  if (!/[\p{L}\p{N}]/u.test(text)) return null
  const map: number[] = []
  let [spoken, start] = ['', 0]
  for (const line of lines) {
    const heard = said(line.text, rules)
    if (spoken !== '' && heard.spoken.trim() !== '') {
      spoken += '\n'
      map.push(start)
    }
    if (heard.spoken.trim() !== '') {
      spoken += heard.spoken
      for (const offset of heard.map) map.push(start + offset)
      const isLast = start + line.text.length === text.length
      if (line.ends && !isLast && !stops.test(heard.spoken)) {
        spoken += '.'
        map.push(start + line.text.length - 1)
      }
    }
    start += line.text.length
  }
  return { ...about, text, spoken, map: Uint32Array.from(map) }
}

const stops = /[.!?…:;,،؛؟。！？]["'»”’)\]]*\s*$/

/** Announced: its own words are all the text there is. */
function asItIs(block: SpokenBlock | null): SpokenBlock | null {
  if (block === null) return null
  const map: number[] = []
  let at = 0
  for (const letter of block.spoken) {
    map.push(at)
    at += letter.length
  }
  return { ...block, text: block.spoken, map: Uint32Array.from(map) }
}
