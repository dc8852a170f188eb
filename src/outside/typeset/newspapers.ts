import { block, engraving, frame, rule } from './ornaments.ts'
import {
  cover,
  coverSheet,
  dateOn,
  headlineOn,
  headlinesOn,
  heightOf,
  titleOn,
} from './pieces-of-cover.ts'
import type { Recipe } from './recipe.ts'

const margin = 36
const inside = cover.width - margin * 2

/** A title over the whole width, a date between rules, one great headline, three columns below. */
export const broadsheet: Recipe = async (copy, { paper, ink, strong }, chance) => {
  const sheet = coverSheet(copy, paper)
  const [main, ...others] = copy.headlines
  const place = (top: number) => ({ start: margin, top, width: inside })

  const title = await titleOn(sheet, copy, {
    face: { weight: 720 },
    width: inside,
    sizes: [150, 48, 34],
    align: 'centre',
  })
  let y = (await title?.print(place(44), ink)) ?? 44
  y += 20
  sheet.shapes(rule(margin, y, inside, 3.5, ink) + rule(margin, y + 6, inside, 1, ink))
  const date = await dateOn(sheet, copy, {
    face: { weight: 480, small: true },
    width: inside,
    size: 19,
    align: 'centre',
  })
  y = ((await date?.print(place(y + 18), ink)) ?? y) + 11
  sheet.shapes(rule(margin, y, inside, 1, ink))
  y += 28

  const columns = others.slice(0, 3)
  const gutter = 30
  const width = (inside - gutter * (columns.length - 1)) / Math.max(1, columns.length)
  const minor = await headlinesOn(sheet, columns, {
    face: { weight: 560 },
    width,
    sizes: [27, 19],
    lines: 5,
    height: 140,
    leading: 1.12,
  })
  const foot = cover.height - margin
  const low = minor.length === 0 ? foot : foot - heightOf(minor) - 18
  const most = (low - y) * (minor.length === 0 ? 0.55 : 0.62)
  const head = await headlineOn(sheet, main, {
    face: { weight: 640 },
    width: inside,
    sizes: [92, 36],
    lines: 6,
    height: most,
    leading: 1.02,
  })
  y = ((await head?.print(place(y), ink)) ?? y - 8) + 26

  const room = low - y - 20
  if (room > 70) {
    const area = { x: margin, y, width: inside, height: room }
    sheet.shapes(engraving(area, chance, head === null ? strong : ink))
  }
  if (minor.length === 0) return sheet
  sheet.shapes(rule(margin, low, inside, 1, ink))
  for (const [index, set] of minor.entries()) {
    const start = margin + index * (width + gutter)
    await set.print({ start, top: low + 17, width }, ink)
    const line = { x: start - gutter / 2, y: low + 12, width: 1, height: foot - low - 12 }
    if (index > 0) sheet.shapes(block(line, ink))
  }
  return sheet
}

/** A loud title in a band of colour, one headline that fills the page, a strip at the foot. */
export const tabloid: Recipe = async (copy, { paper, ink, strong, onStrong, soft }, chance) => {
  const sheet = coverSheet(copy, paper)
  const [main, ...others] = copy.headlines
  const place = (top: number) => ({ start: margin, top, width: inside })

  const title = await titleOn(sheet, copy, {
    face: { weight: 800, italic: true },
    width: inside,
    sizes: [150, 48, 36],
  })
  const band = 44 + (title?.height ?? 0) + 40
  sheet.shapes(block({ x: 0, y: 0, width: cover.width, height: band }, strong))
  await title?.print(place(42), onStrong)
  const date = await dateOn(sheet, copy, {
    face: { weight: 600, small: true },
    width: inside,
    size: 19,
  })
  let y = ((await date?.print(place(band + 16), ink)) ?? band) + 14
  sheet.shapes(rule(margin, y, inside, 2, ink))
  y += 26

  const columns = others.slice(0, 2)
  const gutter = 36
  const width = (inside - gutter * (columns.length - 1)) / Math.max(1, columns.length)
  const minor = await headlinesOn(sheet, columns, {
    face: { weight: 700 },
    width,
    sizes: [30, 20],
    lines: 4,
    height: 112,
    leading: 1.08,
  })
  const low = minor.length === 0 ? cover.height : cover.height - heightOf(minor) - 64
  const head = await headlineOn(sheet, main, {
    face: { weight: 800 },
    width: inside,
    sizes: [140, 40],
    lines: 7,
    height: low - y - 28,
    leading: 0.96,
  })
  y = ((await head?.print(place(y), ink)) ?? y) + 30
  if (low - y > 110) {
    sheet.shapes(engraving({ x: margin, y, width: inside, height: low - y - 30 }, chance, ink))
  }
  if (minor.length === 0) return sheet
  sheet.shapes(block({ x: 0, y: low, width: cover.width, height: cover.height - low }, soft))
  sheet.shapes(rule(0, low, cover.width, 6, strong))
  for (const [index, set] of minor.entries()) {
    const start = margin + index * (width + gutter)
    await set.print({ start, top: low + 32, width }, ink)
    const line = { x: start - gutter / 2, y: low + 28, width: 2, height: heightOf(minor) + 8 }
    if (index > 0) sheet.shapes(block(line, strong))
  }
  return sheet
}

/** A heavy bar and a title at one side; the headline beside a tinted column of other news. */
export const berliner: Recipe = async (copy, { paper, ink, strong, soft }, chance) => {
  const sheet = coverSheet(copy, paper)
  const [main, ...others] = copy.headlines
  sheet.shapes(block({ x: 0, y: 0, width: cover.width, height: 18 }, strong))
  const title = await titleOn(sheet, copy, {
    face: { weight: 560 },
    width: inside,
    sizes: [112, 50, 36],
  })
  let y = ((await title?.print({ start: margin, top: 52, width: inside }, strong)) ?? 52) + 22
  const date = await dateOn(sheet, copy, {
    face: { weight: 480, small: true },
    width: inside,
    size: 19,
  })
  sheet.shapes(rule(margin, y, inside, 1.5, ink))
  y = ((await date?.print({ start: margin, top: y + 12, width: inside }, ink)) ?? y) + 22

  const side = others.length === 0 ? 0 : 190
  const column = inside - (side === 0 ? 0 : side + 28)
  const foot = cover.height - margin
  if (side > 0) {
    const x = margin + column + 28
    sheet.shapes(block({ x, y, width: side, height: foot - y }, soft))
    let at = y + 22
    for (const [index, other] of others.slice(0, 3).entries()) {
      const set = await headlineOn(sheet, other, {
        face: { weight: 580 },
        width: side - 36,
        sizes: [33, 20],
        lines: 7,
        height: (foot - y) / 3 - 44,
        leading: 1.13,
      })
      if (set === null) continue
      if (index > 0) sheet.shapes(rule(x + 18, at, 44, 3, strong))
      at =
        (await set.print(
          { start: x + 18, top: at + (index > 0 ? 22 : 0), width: side - 36 },
          ink,
        )) + 24
    }
  }
  const head = await headlineOn(sheet, main, {
    face: { weight: 480 },
    width: column,
    sizes: [84, 34],
    lines: 8,
    height: (foot - y) * 0.72,
    leading: 1.03,
  })
  y = ((await head?.print({ start: margin, top: y + 2, width: column }, ink)) ?? y) + 28
  if (foot - y > 60) {
    sheet.shapes(engraving({ x: margin, y, width: column, height: foot - y }, chance, strong))
  }
  return sheet
}

/** Everything on the middle line: a title on a dark plate, headlines one under another. */
export const gazette: Recipe = async (copy, { paper, ink, strong, onStrong }, chance) => {
  const sheet = coverSheet(copy, paper)
  const [main, ...others] = copy.headlines
  const plate = inside - 48
  const title = await titleOn(sheet, copy, {
    face: { weight: 620, capitals: true, tracking: 0.06 },
    width: plate,
    sizes: [96, 36, 26],
    align: 'centre',
  })
  const high = (title?.height ?? 0) + 64
  const area = { x: margin, y: margin, width: inside, height: high }
  sheet.shapes(
    block(area, strong) +
      frame(
        { x: area.x + 7, y: area.y + 7, width: area.width - 14, height: high - 14 },
        1.5,
        onStrong,
      ),
  )
  await title?.print({ start: margin + 24, top: margin + 31, width: plate }, onStrong)
  const date = await dateOn(sheet, copy, {
    face: { weight: 460, italic: true, small: true },
    width: inside,
    size: 22,
    align: 'centre',
  })
  let y =
    ((await date?.print({ start: margin, top: margin + high + 22, width: inside }, ink)) ?? 0) + 20
  sheet.shapes(rule(margin, y, inside, 1, ink))
  y += 34

  const minor = await headlinesOn(sheet, others.slice(0, 3), {
    face: { weight: 460, italic: true },
    width: inside - 80,
    sizes: [32, 24],
    lines: 2,
    leading: 1.12,
    align: 'centre',
  })
  const foot = cover.height - margin
  const low = foot - minor.reduce((sum, set) => sum + set.height + 46, 0)
  const head = await headlineOn(sheet, main, {
    face: { weight: 560 },
    width: inside,
    sizes: [112, 38],
    lines: 6,
    height: low - y - 20,
    leading: 1.04,
    align: 'centre',
  })
  const slack = Math.max(0, low - y - (head?.height ?? 0)) / 2
  if (head === null) {
    const picture = { x: margin, y, width: inside, height: low - y - 10 }
    sheet.shapes(engraving(picture, chance, strong))
  }
  await head?.print({ start: margin, top: y + slack * 0.8, width: inside }, ink)
  let at = low
  for (const set of minor) {
    sheet.shapes(rule(cover.width / 2 - 26, at, 52, 2, strong))
    at = (await set.print({ start: margin + 40, top: at + 26, width: inside - 80 }, ink)) + 20
  }
  sheet.shapes(frame({ x: 14, y: 14, width: cover.width - 28, height: cover.height - 28 }, 1, ink))
  return sheet
}
