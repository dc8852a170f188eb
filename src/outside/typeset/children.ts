import { confetti, rings, waves } from './ornaments.ts'
import { cover, coverSheet, dateOn, headlineOn, headlinesOn, titleOn } from './pieces-of-cover.ts'
import type { Recipe } from './recipe.ts'
import type { Colour } from './sheet.ts'

const margin = 40
const inside = cover.width - margin * 2
const foot = cover.height - margin

/** Hills, a sun that looks at you, and a headline in the sky. */
export const meadow: Recipe = async (copy, { paper, ink, strong, soft }, chance) => {
  const sheet = coverSheet(copy, paper)
  const [main, ...others] = copy.headlines
  const minor = await headlinesOn(sheet, others.slice(0, 2), loud)
  const ground = minor.reduce((sum, set) => sum + set.height + 22, 0)
  const near = foot - Math.max(40, ground) - 22
  const from = near - 84
  const hill = (y: number, colour: Colour) =>
    waves({ x: 0, y, width: cover.width, height: cover.height - y }, chance, [colour])
  const title = await titleOn(sheet, copy, {
    face: { weight: 800 },
    width: inside,
    sizes: [210, 76, 46],
    align: 'centre',
  })
  let y = (await title?.print({ start: margin, top: 54, width: inside }, ink)) ?? 54
  const date = await dateOn(sheet, copy, {
    face: { weight: 600, small: true },
    width: inside,
    size: 21,
    align: 'centre',
  })
  y = ((await date?.print({ start: margin, top: y + 26, width: inside }, ink)) ?? y) + 38
  const head = await headlineOn(sheet, main, {
    face: { weight: 700 },
    width: inside,
    sizes: [72, 34],
    lines: 4,
    height: from - 92 - y,
    leading: 1.04,
    align: 'centre',
  })
  const sky = (await head?.print({ start: margin, top: y, width: inside }, ink)) ?? y
  const radius = Math.max(0, Math.min(88, from - sky - 12))
  const sun = { x: 150 + chance() * 340, y: from + 6 }
  const shine = rings(sun, radius, [soft]) + face(sun, radius / 88, ink)
  sheet.shapes(shine + hill(from, strong) + hill(near - 26, ink))
  let at = foot
  for (const set of minor.toReversed()) {
    at -= set.height
    await set.print({ start: margin, top: at, width: inside }, paper)
    at -= 20
  }
  return sheet
}

/** Thrown shapes, and a big round label for the headline. */
export const party: Recipe = async (copy, { paper, ink, strong, onStrong, soft }, chance) => {
  const sheet = coverSheet(copy, paper)
  const title = await titleOn(sheet, copy, {
    face: { weight: 800, italic: true },
    width: inside,
    sizes: [190, 76, 46],
    align: 'centre',
  })
  const [main] = copy.headlines
  const band = (title?.height ?? 0) + 118
  const label = { x: cover.width / 2, y: (band + cover.height) / 2 - 6 }
  const radius = Math.min(252, (cover.height - band) / 2 - 34)
  const below = { x: 0, y: band, width: cover.width, height: cover.height - band }
  sheet.shapes(
    confetti(below, chance, [strong, soft, ink]) +
      rings(label, radius + 22, [paper]) +
      rings(label, radius, [strong]) +
      (main === undefined ? face({ x: label.x, y: label.y + 70 }, 2.4, onStrong) : ''),
  )
  const y = (await title?.print({ start: margin, top: 50, width: inside }, ink)) ?? 50
  const date = await dateOn(sheet, copy, {
    face: { weight: 600, small: true },
    width: inside,
    size: 21,
    align: 'centre',
  })
  await date?.print({ start: margin, top: y + 24, width: inside }, ink)
  const width = radius * 1.5
  const head = await headlineOn(sheet, main, {
    face: { weight: 720 },
    width,
    sizes: [68, 30],
    lines: 6,
    height: radius * 1.24,
    leading: 1.05,
    align: 'centre',
  })
  const start = label.x - width / 2
  const top = label.y - (head?.height ?? 0) / 2
  await head?.print({ start, top, width }, onStrong)
  return sheet
}

/** Two eyes and a smile, looking up from this point. */
function face(at: { readonly x: number; readonly y: number }, scale: number, ink: Colour): string {
  return `<g transform="translate(${at.x} ${at.y}) scale(${scale})"><circle cx="-32" cy="-40" r="9" fill="${ink}"/><circle cx="32" cy="-40" r="9" fill="${ink}"/><path d="M-28 -20q28 24 56 0" fill="none" stroke="${ink}" stroke-width="7" stroke-linecap="round"/></g>`
}

const loud = {
  face: { weight: 640 },
  width: inside,
  sizes: [30, 23],
  lines: 2,
  leading: 1.12,
  align: 'centre',
} as const
