import { directionOf } from '#ground/language'
import { breakLines, type Piece } from './break-lines.ts'
import type { Face } from './face.ts'
import { type Lettering, letter, measure, riseOf, type Words } from './lettering.ts'
import { chopped, type Fragment, fragmentsOf } from './pieces.ts'

export interface Wish {
  readonly text: string
  readonly language: string
  readonly face: Face
  /** Pixels. */
  readonly width: number
  /** The largest and the smallest size in pixels an em: the largest that fits is taken. */
  readonly sizes: readonly [number, number]
  readonly lines: number
  /** Pixels from the first capital's top to the last baseline, at most. */
  readonly height?: number
  /** From baseline to baseline, in ems. */
  readonly leading?: number
  readonly align: 'left' | 'centre' | 'right'
}

/** Text that has found its size and its lines. */
export interface Setting {
  readonly size: number
  readonly lines: readonly string[]
  /** Pixels from the top of what is seen to its end, as the eye takes it. */
  readonly height: number
  /** Where the first baseline is, from that top. */
  readonly rise: number
  readonly leading: number
  /** An opening quotation mark that hangs outside the column, and how far: pixels. */
  readonly hang: { readonly mark: string; readonly width: number } | null
  readonly words: Words
  /** False when something had to be left out. */
  readonly whole: boolean
}

/**
 * Sets text at the largest size at which it fits, in even lines. What does not fit at the smallest
 * size either is shortened. Null when there is nothing to set.
 */
export async function setText(wish: Wish): Promise<Setting | null> {
  const direction = directionOf(wish.language)
  const words: Words = { language: wish.language, direction, face: wish.face }
  const text = cased(wish)
  const fragments = fragmentsOf(text, wish.language).slice(0, mostFragments)
  if (fragments.length === 0) return null
  const pieces = await measured(fragments, words)
  const scale = direction === 'rtl' ? naskhScale : 1
  const largest = wish.sizes[0] * scale
  const smallest = wish.sizes[1] * scale
  let ragged: { readonly size: number; readonly lines: readonly string[] } | null = null
  for (let size = largest; size >= smallest; size = Math.min(size - 0.5, size * 0.96)) {
    const found = breakLines(pieces, wish.width / size, linesAt(size, wish, direction))
    if (found === null) continue
    if (ragged !== null && size < ragged.size * worth) break
    const even = found.lines.length === 1 || found.evenness >= enough
    ragged = even || ragged === null ? { size, lines: found.lines } : ragged
    if (even) break
  }
  if (ragged !== null) {
    return { ...(await settingOf(ragged.lines, ragged.size, wish, words)), whole: true }
  }
  const lines = await shortened(pieces, smallest, wish, words)
  return lines === null
    ? null
    : { ...(await settingOf(lines, smallest, wish, words)), whole: false }
}

/** A line half as long as the longest is no widow; to avoid one, type may be so much smaller. */
const enough = 0.55
const worth = 0.8

/** Arabic letters are smaller in their em than Latin ones. */
const naskhScale = 1.14

/** A headline is never this long, and a page of text would take long to measure. */
const mostFragments = 80

function cased({ text, face, language }: Wish): string {
  return face.capitals ? text.toLocaleUpperCase(language) : text
}

async function measured(fragments: readonly Fragment[], words: Words): Promise<readonly Piece[]> {
  const texts = fragments.map(({ text }) => text)
  const widths = await measure(texts, words)
  return fragments.map((fragment, index) => ({ ...fragment, width: widths[index] ?? 0 }))
}

/** Arabic letters reach further up and down than Latin ones. */
function leadingOf({ leading = 1.1 }: Wish, direction: Words['direction']): number {
  return direction === 'rtl' ? Math.max(1.26, leading + 0.2) : leading
}

function linesAt(size: number, wish: Wish, direction: Words['direction']): number {
  const { height = Number.POSITIVE_INFINITY, lines } = wish
  const leading = leadingOf(wish, direction) * size
  const ends = (topOf(wish, direction) + fallOf(direction)) * size
  return Math.min(lines, Math.floor((height - ends) / leading + 1 + 1e-6))
}

/** From the top of an ordinary line to its baseline, in ems: marks stand above Arabic letters. */
const topOf = ({ face }: Wish, direction: Words['direction']) =>
  direction === 'rtl' ? 0.82 : riseOf(face)

/** How much an ordinary last line goes on below its baseline, in ems: Arabic always, Latin seldom. */
const fallOf = (direction: Words['direction']) => (direction === 'rtl' ? 0.32 : 0.04)

/** At the smallest size: too wide words are broken, and what does not fit is left out. */
async function shortened(
  pieces: readonly Piece[],
  size: number,
  wish: Wish,
  words: Words,
): Promise<readonly string[] | null> {
  const width = wish.width / size
  const most = Math.max(1, linesAt(size, wish, words.direction))
  const narrow = pieces.flatMap((piece) => {
    if (piece.width <= width) return [piece]
    const letters = Math.floor(([...piece.text].length * width * 0.85) / piece.width)
    return chopped(piece, letters)
  })
  const again = await measured(narrow, words)
  const whole = breakLines(again, width, most)
  if (whole !== null) return whole.lines
  for (let count = again.length - 1; count > 0; count -= 1) {
    const kept = again.slice(0, count)
    const last = kept.at(-1)
    if (last === undefined) break
    const text = `${last.text.replace(/[\p{P}\s]+$/u, '')}…`
    const found = breakLines(
      [...kept.slice(0, -1), { ...last, text, width: last.width + 0.6 }],
      width,
      most,
    )
    if (found !== null) return found.lines
  }
  return null
}

async function settingOf(
  lines: readonly string[],
  size: number,
  wish: Wish,
  words: Words,
): Promise<Omit<Setting, 'whole'>> {
  const leading = leadingOf(wish, words.direction) * size
  const rise = topOf(wish, words.direction) * size
  const height = rise + (lines.length - 1) * leading + fallOf(words.direction) * size
  const mark = /^[“”„‘‚"']/u.exec(lines[0] ?? '')?.[0]
  const hangs = mark !== undefined && wish.align !== 'centre' && words.direction === 'ltr'
  const [width = 0] = hangs ? await measure([mark], words) : []
  return {
    size,
    lines,
    height,
    rise,
    leading,
    words,
    hang: hangs ? { mark, width: Math.min(width * size, mostOut) } : null,
  }
}

/** Pixels that a mark may stand outside: no further than most margins reach. */
const mostOut = 28

/** The drawn lines of a setting. A size that turns out a little too wide is made to fit. */
export async function draw(
  setting: Setting,
  lines: readonly string[],
  { width, align }: Pick<Wish, 'width' | 'align'>,
): Promise<Lettering> {
  const { words, size, leading } = setting
  const drawn = await letter({ ...words, lines, size, leading, align })
  if (drawn.width <= width * 1.01) return drawn
  const fitting = (size * width) / drawn.width
  return letter({ ...words, lines, size: fitting, leading, align })
}
