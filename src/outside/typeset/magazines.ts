import type { CoverCopy } from '#catalogue'
import type { Face } from './face.ts'
import { block, frame, rings, rule, tiles, waves } from './ornaments.ts'
import { cover, coverSheet, dateOn, headlineOn, headlinesOn, titleOn } from './pieces-of-cover.ts'
import type { Recipe } from './recipe.ts'
import type { Colour, Composed, Sheet } from './sheet.ts'

const margin = 44
const inside = cover.width - margin * 2
const foot = cover.height - margin

/** A great disc that rises behind the headlines, below a title as wide as the page. */
export const disc: Recipe = async (copy, { paper, ink, strong, soft }, chance) => {
  const sheet = coverSheet(copy, paper)
  const sky = (await topOf(sheet, copy, { weight: 700 }, ink)) + 30
  const horizon = await lowHeadlines(sheet, copy, ink)
  const isEmpty = horizon === cover.height
  const room = horizon - sky
  const radius = isEmpty ? Math.min(270, room / 2 - 20) : Math.min(300, room)
  const x = isEmpty ? cover.width / 2 : margin + radius * 0.8 + chance() * (inside - radius * 1.6)
  const centre = { x, y: isEmpty ? sky + room / 2 - 10 : horizon }
  const ground = { x: 0, y: horizon, width: cover.width, height: cover.height - horizon }
  const colours = chance() < 0.5 ? [soft, strong] : [strong, soft, strong]
  sheet.shapes(rings(centre, radius, colours) + block(ground, paper))
  return sheet
}

/** Waves that rise from the foot; the headline stands in the sky. */
export const tide: Recipe = async (copy, { paper, ink, strong, onStrong, soft }, chance) => {
  const sheet = coverSheet(copy, paper)
  const [main, ...others] = copy.headlines
  const low = await upwards(sheet, others.slice(0, 2), onStrong)
  const front = Math.min(low - 62, 690)
  const from = Math.min(front - 150, 520)
  const wave = (y: number, colour: Colour) =>
    waves({ x: 0, y, width: cover.width, height: cover.height - y }, chance, [colour])
  const y = await topOf(sheet, copy, { weight: 420, capitals: true, tracking: 0.08 }, ink)
  const head = await headlineOn(sheet, main, {
    face: { weight: 600 },
    width: inside,
    sizes: [72, 36],
    lines: 5,
    height: from - y - 34 - 70,
    leading: 1.04,
  })
  const sky = (await head?.print({ start: margin, top: y + 34, width: inside }, ink)) ?? y
  const radius = Math.max(0, Math.min(96, from - sky - 34))
  const sun = rings({ x: 150 + chance() * 340, y: from + 10 }, radius, [strong])
  sheet.shapes(
    sun + wave(from, soft) + wave((from + front) / 2, mixed(soft, strong)) + wave(front, strong),
  )
  return sheet
}

/** A pattern of quarter circles above, type on plain colour below. */
export const mosaic: Recipe = async (copy, { paper, ink, strong, soft }, chance) => {
  const sheet = coverSheet(copy, paper)
  const across = chance() < 0.5 ? 4 : 5
  const side = cover.width / across
  const rows = across === 4 ? 2 : 3
  const area = { x: 0, y: 0, width: cover.width, height: side * rows }
  sheet.shapes(tiles(area, across, chance, [paper, strong, soft, ink]))
  let y = area.height + 34
  const title = await titleOn(sheet, copy, {
    face: { weight: 760 },
    width: inside,
    sizes: [128, 60, 40],
  })
  y = ((await title?.print({ start: margin, top: y, width: inside }, ink)) ?? y) + 22
  const date = await dateOn(sheet, copy, {
    face: { weight: 500, small: true },
    width: inside,
    size: 20,
  })
  y = ((await date?.print({ start: margin, top: y, width: inside }, ink)) ?? y) + 18
  sheet.shapes(rule(margin, y, inside, 2, ink))
  y += 30
  const [main, ...others] = copy.headlines
  const head = await headlineOn(sheet, main, {
    face: { weight: 480 },
    width: inside,
    sizes: [62, 34],
    lines: 4,
    height: (foot - y) * (others.length > 0 ? 0.74 : 1),
    leading: 1.06,
  })
  y = ((await head?.print({ start: margin, top: y, width: inside }, ink)) ?? y) + 30
  await downwards(sheet, others.slice(0, 2), y, ink)
  return sheet
}

/** A broad border, a quiet field, one headline in the middle of it. */
export const border: Recipe = async (copy, { paper, ink, strong, soft }, chance) => {
  const sheet = coverSheet(copy, paper)
  const edge = 22
  const field = { x: edge, y: edge, width: cover.width - edge * 2, height: cover.height - edge * 2 }
  const centre = { x: cover.width * (0.3 + chance() * 0.4), y: cover.height - edge }
  const arcs = [soft, paper, soft, paper, soft, paper, soft]
  sheet.shapes(rings(centre, 380 + chance() * 60, arcs) + frame(field, edge * 2, strong))
  const y = await topOf(sheet, copy, { weight: 640 }, ink, 'centre', 36)
  const [main, ...others] = copy.headlines
  const head = await headlineOn(sheet, main, {
    face: { weight: 360 },
    width: inside - 40,
    sizes: [84, 38],
    lines: 6,
    height: foot - y - 240,
    leading: 1.06,
    align: 'centre',
  })
  await head?.print({ start: margin + 20, top: y + 56, width: inside - 40 }, ink)
  const minor = await headlinesOn(sheet, others.slice(0, 2), {
    face: { weight: 560 },
    width: inside - 60,
    sizes: [28, 22],
    lines: 2,
    leading: 1.12,
    align: 'centre',
  })
  let at = foot - 26
  for (const set of minor.toReversed()) {
    at -= set.height
    await set.print({ start: margin + 30, top: at, width: inside - 60 }, ink)
    at -= 24
  }
  return sheet
}

/** The title as wide as the page and the date under it; returns where they end. */
async function topOf(
  sheet: Sheet,
  copy: CoverCopy,
  face: Face,
  ink: Colour,
  align: 'start' | 'centre' = 'start',
  inset = 0,
): Promise<number> {
  const width = inside - inset * 2
  const title = await titleOn(sheet, copy, { face, width, sizes: [190, 56, 42], align })
  const top = 56 + inset / 1.5
  let y = (await title?.print({ start: margin + inset, top, width }, ink)) ?? top
  const date = await dateOn(sheet, copy, {
    face: { weight: 500, small: true },
    width: inside,
    size: 20,
    align,
  })
  y = (await date?.print({ start: margin, top: y + 24, width: inside }, ink)) ?? y
  return y
}

/** The main headline above the others, all standing on the foot; returns where their place begins. */
async function lowHeadlines(sheet: Sheet, copy: CoverCopy, ink: Colour): Promise<number> {
  const [main, ...others] = copy.headlines
  const head = await headlineOn(sheet, main, {
    face: { weight: 620 },
    width: inside,
    sizes: [76, 38],
    lines: 5,
    height: 260,
    leading: 1.02,
  })
  if (head === null) return cover.height
  const minor = await headlinesOn(sheet, others.slice(0, 2), small)
  const below = minor.reduce((sum, set) => sum + set.height + 20, minor.length > 0 ? 14 : 0)
  const top = cover.height - head.height - below - 76
  let y = (await head.print({ start: margin, top: top + 34, width: inside }, ink)) + 14
  for (const set of minor) y = await set.print({ start: margin, top: y + 20, width: inside }, ink)
  return top
}

/** Smaller headlines on the foot of the page, with rules between them; returns where they begin. */
async function upwards(
  sheet: Sheet,
  headlines: CoverCopy['headlines'],
  ink: Colour,
): Promise<number> {
  const sets = await headlinesOn(sheet, headlines, small)
  let y = foot
  for (const [index, set] of sets.toReversed().entries()) {
    if (index > 0) {
      y -= 18
      sheet.shapes(rule(margin, y, inside, 1.5, ink))
      y -= 18
    }
    y -= set.height
    await set.print({ start: margin, top: y, width: inside }, ink)
  }
  return y
}

/** Smaller headlines from here down, as many as there is room for. */
async function downwards(
  sheet: Sheet,
  headlines: CoverCopy['headlines'],
  from: number,
  ink: Colour,
): Promise<void> {
  let y = from
  const sets: readonly Composed[] = await headlinesOn(sheet, headlines, small)
  for (const set of sets) {
    if (y + set.height > foot) return
    y = (await set.print({ start: margin, top: y, width: inside }, ink)) + 20
  }
}

const small = {
  face: { weight: 560 },
  width: inside,
  sizes: [27, 22],
  lines: 2,
  leading: 1.14,
} as const

function mixed(one: Colour, other: Colour): Colour {
  const parts = [1, 3, 5].map((at) => {
    const sum = [one, other].reduce(
      (all, hex) => all + Number.parseInt(hex.slice(at, at + 2), 16),
      0,
    )
    return Math.round(sum / 2)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${parts.join('')}`
}
