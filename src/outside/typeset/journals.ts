import { block, rays, rule, tiles } from './ornaments.ts'
import { cover, coverSheet, dateOn, headlineOn, headlinesOn, titleOn } from './pieces-of-cover.ts'
import type { Recipe } from './recipe.ts'

const margin = 56
const inside = cover.width - margin * 2
const foot = cover.height - margin

/** Much paper, a light title, one headline in italics, a short list. */
export const quarterly: Recipe = async (copy, { paper, ink, strong, soft }, chance) => {
  const sheet = coverSheet(copy, paper)
  const title = await titleOn(sheet, copy, {
    face: { weight: 380 },
    width: inside,
    sizes: [76, 46, 34],
  })
  let y = (await title?.print({ start: margin, top: margin + 4, width: inside }, ink)) ?? margin
  const date = await dateOn(sheet, copy, {
    face: { weight: 440, small: true },
    width: inside,
    size: 20,
  })
  y = ((await date?.print({ start: margin, top: y + 24, width: inside }, strong)) ?? y) + 26
  const [main, ...others] = copy.headlines
  const high = main === undefined ? foot - y - 2 : 128
  const band = { x: margin, y, width: inside, height: high }
  sheet.shapes(
    block(band, soft) + rays(band, chance, strong) + rule(margin, y + high, inside, 2, ink),
  )
  y += high + 48
  const minor = await headlinesOn(sheet, others.slice(0, 3), list)
  const low = foot - minor.reduce((sum, set) => sum + set.height + 32, 0)
  const head = await headlineOn(sheet, main, {
    face: { weight: 400, italic: true },
    width: inside,
    sizes: [78, 36],
    lines: 6,
    height: low - y - 36,
    leading: 1.08,
  })
  await head?.print({ start: margin, top: y, width: inside }, ink)
  let at = low
  for (const set of minor) {
    sheet.shapes(rule(margin, at, inside, 1, ink))
    at = (await set.print({ start: margin, top: at + 17, width: inside }, ink)) + 15
  }
  return sheet
}

/** A patterned spine, and the contents as the page: a review that is read for its list. */
export const review: Recipe = async (copy, { paper, ink, strong, onStrong, soft }, chance) => {
  const sheet = coverSheet(copy, paper)
  const spine = 106
  const column = cover.width - spine - margin - 40
  const start = spine + 40
  sheet.shapes(
    tiles({ x: 0, y: 0, width: spine, height: cover.height }, 1, chance, [strong, soft, onStrong]),
  )
  const title = await titleOn(sheet, copy, {
    face: { weight: 560, capitals: true, tracking: 0.05 },
    width: column,
    sizes: [84, 38, 26],
  })
  let y = (await title?.print({ start, top: margin + 4, width: column }, strong)) ?? margin
  const date = await dateOn(sheet, copy, {
    face: { weight: 440, italic: true, small: true },
    width: column,
    size: 22,
  })
  y = ((await date?.print({ start, top: y + 26, width: column }, ink)) ?? y) + 34
  sheet.shapes(rule(start, y, column, 3, strong))
  y += 38
  const [main, ...others] = copy.headlines
  const minor = await headlinesOn(sheet, others.slice(0, 3), { ...list, width: column })
  const low = foot - minor.reduce((sum, set) => sum + set.height + 32, 0)
  const head = await headlineOn(sheet, main, {
    face: { weight: 520 },
    width: column,
    sizes: [66, 34],
    lines: 7,
    height: low - y - 30,
    leading: 1.06,
  })
  await head?.print({ start, top: y, width: column }, ink)
  let at = low
  for (const set of minor) {
    sheet.shapes(rule(start, at, column, 1, ink))
    at = (await set.print({ start, top: at + 17, width: column }, ink)) + 15
  }
  return sheet
}

const list = {
  face: { weight: 500 },
  width: inside,
  sizes: [27, 22],
  lines: 2,
  leading: 1.14,
} as const
