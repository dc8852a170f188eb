import { type SocialCopy, socialSize } from '#catalogue'
import { directionOf } from '#ground/language'
import { chanceOf, chosen } from './chance.ts'
import { canDraw } from './drawable.ts'
import { block, engraving, frame, rings, rule, tiles } from './ornaments.ts'
import { palettes } from './palettes.ts'
import { newSheet, type Sheet } from './sheet.ts'

const { width, height } = socialSize
const margin = 64
const side = 250

/** The picture that stands for a story elsewhere: its publication, its headline, its standfirst. */
export async function drawSocial(copy: SocialCopy): Promise<Sheet> {
  const { look, slug, language, date, headline } = copy
  const palette = chosen(palettes[look], `${slug} inks`) ?? palettes.newspaper[0]
  if (palette === undefined) throw new TypeError('There is no palette to print with')
  const { paper, ink, strong, onStrong, soft } = palette
  const sheet = newSheet({ width, height, direction: directionOf(language) }, paper)
  const column = width - margin * 2 - side
  const chance = chanceOf(`${slug} ${date} ${headline.text}`)
  const edge = { x: width - side, y: 0, width: side, height }
  if (look === 'newspaper') {
    sheet.shapes(
      block({ x: 0, y: 0, width, height: 16 }, strong) +
        engraving(
          { ...edge, x: edge.x + 8, y: 64, width: side - 8 - margin, height: height - 128 },
          chance,
          strong,
        ),
    )
  } else if (look === 'magazine') {
    const middle = { x: width - side / 2 + 20, y: height * (0.35 + chance() * 0.3) }
    sheet.shapes(rings(middle, 230, [soft, strong]))
  } else {
    sheet.shapes(tiles(edge, look === 'journal' ? 2 : 3, chance, [strong, soft, onStrong]))
  }

  const place = (top: number) => ({ start: margin, top, width: column })
  const wish = { language, width: column }
  const title = await sheet.set({
    ...wish,
    text: (await canDraw(copy.title)) ? copy.title : '',
    face: { weight: 700 },
    sizes: [44, 26],
    lines: 1,
  })
  let y = (await title?.print(place(68), ink)) ?? 60
  y += 22
  sheet.shapes(rule(margin, y, column, 2, ink))
  const day = await sheet.set({
    ...wish,
    text: date,
    face: { weight: 460, small: true },
    sizes: [24, 18],
    lines: 1,
  })
  const foot = height - 60
  const low = foot - (day?.height ?? 0)
  await day?.print(place(low), ink)
  y += 42

  const able = await canDraw(headline.text)
  const standfirst = (await canDraw(copy.standfirst)) ? copy.standfirst : ''
  const space = low - 44 - y
  const head = await sheet.set({
    ...headline,
    text: able ? headline.text : copy.title,
    face: { weight: 620 },
    width: column,
    sizes: [84, 40],
    lines: 5,
    height: standfirst === '' ? space : space * 0.68,
    leading: 1.04,
  })
  y = ((await head?.print(place(y), ink)) ?? y) + 34
  const more = await sheet.set({
    text: standfirst,
    language: headline.language,
    face: { weight: 400 },
    width: column,
    sizes: [32, 27],
    lines: 3,
    height: Math.max(0, low - 30 - y),
    leading: 1.28,
  })
  if (more?.whole) await more.print(place(y), ink)
  if (look === 'journal') sheet.shapes(frame({ x: 0, y: 0, width, height }, 2, ink))
  return sheet
}
