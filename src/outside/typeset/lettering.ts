import sharp from 'sharp'
import { escapeHtml } from '#ground/escape'
import type { Direction } from '#ground/language'
import { type Face, fontOf, joining } from './face.ts'

export interface Words {
  readonly language: string
  readonly direction: Direction
  readonly face: Face
}

/** Ink, one byte a pixel, 0 for none. */
export interface Mask {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

export interface Lines extends Words {
  readonly lines: readonly string[]
  /** Pixels an em, and from one baseline to the next. */
  readonly size: number
  readonly leading: number
  readonly align: 'left' | 'centre' | 'right'
}

export interface Lettering extends Mask {
  /** Pixels from the top of the mask to the baseline of its first line. */
  readonly baseline: number
}

/** Room above the first line for its highest accents, in lines. */
const above = 2

/**
 * Draws lines as they are given, each with its own direction from the language it is in. A capital
 * H stands above them, at a known place, and is cut off: it tells where the baselines are, which
 * ink alone does not.
 */
export async function letter(wanted: Lines): Promise<Lettering> {
  const { lines, direction, face, size, leading, language } = wanted
  const mark = direction === 'rtl' ? '\u200f' : '\u200e'
  const text = ['H', ...Array<string>(above - 1).fill(''), ...lines.map((line) => mark + line)]
  // Letters that are joined are neither moved apart nor slanted.
  const joined = lines.some((line) => joining.test(line))
  const font = fontOf({ ...face, italic: face.italic === true && !joined }, size)
  const spacing =
    face.tracking !== undefined && !joined
      ? `letter_spacing="${Math.round((face.tracking ?? 0) * size * 1024)}"`
      : ''
  const height = `line_height="${Math.round(leading * 1024)}"`
  const markup = `<span font_desc="${font}" lang="${language}" ${height} ${spacing}>${escapeHtml(text.join('\n'))}</span>`
  const { data, info } = await sharp({
    text: { text: markup, dpi: 72, rgba: false, align: alignOf(wanted) },
    limitInputPixels: mostPixels,
  })
    .extractChannel(0)
    .toFormat('raw')
    .toBuffer({ resolveWithObject: true })
  const first = riseOf(face) * size + above * leading
  const cut = Math.min(info.height - 1, Math.ceil(riseOf(face) * size + 3))
  return {
    data: data.subarray(cut * info.width),
    width: info.width,
    height: info.height - cut,
    baseline: first - cut,
  }
}

const mostPixels = 16_000_000

/** How high Newsreader's capitals are, in ems; the H above the lines is its. */
export const riseOf = ({ small = false }: Face) => (small ? 0.685 : 0.715)

/** Pango's left is where a line of that direction begins. */
function alignOf({ align, direction }: Lines): 'left' | 'centre' | 'right' {
  if (align === 'centre' || direction === 'ltr') return align
  return align === 'left' ? 'right' : 'left'
}

/** Pixels an em and a line when words are measured. */
const probe = 50
const gap = 100

/** The widths of many pieces of text, in ems, from a single drawing. */
export async function measure(pieces: readonly string[], words: Words): Promise<readonly number[]> {
  if (pieces.length === 0) return []
  const mask = await letter({ ...words, lines: pieces, size: probe, leading: gap, align: 'left' })
  return pieces.map((_, index) => {
    const from = mask.baseline + (index - 0.72) * gap
    const ink = inkOf(mask, Math.max(0, Math.round(from)), Math.round(from + gap))
    return ink === null ? 0 : (ink.right - ink.left) / probe + bearing
  })
}

/** The blank on both sides of a word together, in ems. */
const bearing = 0.05

export interface Ink {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The box around all ink between two rows; null when there is none. */
export function inkOf(mask: Mask, from = 0, to = mask.height): Ink | null {
  const { data, width } = mask
  let [left, right, top, bottom] = [width, 0, to, 0]
  for (let y = from; y < Math.min(to, mask.height); y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[y * width + x] ?? 0) < faint) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  return right === 0 ? null : { left, right, top, bottom }
}

const faint = 24
