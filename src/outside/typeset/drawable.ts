import sharp from 'sharp'
import { escapeHtml } from '#ground/escape'
import { fontOf } from './face.ts'
import { inkOf, type Mask } from './lettering.ts'

/** What the stand's own fonts have for certain: nobody has to look. */
const known =
  /^[\u0020-\u007e\u00a0-\u017f\u0218-\u021b\u02bb-\u02dc\u0621-\u063a\u0640-\u0652\u0660-\u066d\u0671-\u06d3\u06f0-\u06f9\u1e00-\u1ef9\u2010-\u2027\u2030-\u203a\u20ac\u2122]*$/u

/** Never drawn by themselves. */
const unseen = /[\p{Cc}\p{Cf}\p{Zs}\p{Mn}\p{Variation_Selector}]/u

const judged = new Map<string, boolean>()

/**
 * Whether some font here can draw these letters, so that no empty boxes are printed. A letter that
 * no font has is drawn by the engine as a box with its number: its frame gives it away.
 */
export async function canDraw(text: string): Promise<boolean> {
  if (known.test(text)) return true
  for (const letter of new Set(text)) {
    if (known.test(letter) || unseen.test(letter)) continue
    const before = judged.get(letter)
    const answer = before ?? !(await isBox(letter))
    if (judged.size > 20_000) judged.clear()
    judged.set(letter, answer)
    if (!answer) return false
  }
  return true
}

async function isBox(letter: string): Promise<boolean> {
  const wide = (letter.codePointAt(0) ?? 0) > 0xffff
  const [drawn, box] = await Promise.all([maskOf(letter), maskOf(wide ? '\u{2fffe}' : '\u0378')])
  if (drawn === null) return false
  return box !== null && drawn.width === box.width && drawn.height === box.height && framed(drawn)
}

/** Ink all along the edges of what is drawn. */
function framed(mask: Mask): boolean {
  const box = inkOf(mask)
  if (box === null) return false
  const { left, right, top, bottom } = box
  const inked = (x: number, y: number) => (mask.data[y * mask.width + x] ?? 0) > 100
  for (let x = left; x < right; x += 1) if (!inked(x, top) || !inked(x, bottom - 1)) return false
  for (let y = top; y < bottom; y += 1) if (!inked(left, y) || !inked(right - 1, y)) return false
  return true
}

/** Null when nothing at all was drawn. */
async function maskOf(letter: string): Promise<Mask | null> {
  const markup = `<span font_desc="${fontOf({ weight: 400 }, 40)}">${escapeHtml(letter)}</span>`
  try {
    const { data, info } = await sharp({ text: { text: markup, dpi: 72 } })
      .extractChannel(0)
      .toFormat('raw')
      .toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
