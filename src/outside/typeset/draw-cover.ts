import type { CoverCopy, CoverLook } from '#catalogue'
import { chanceOf, chosen } from './chance.ts'
import { meadow, party } from './children.ts'
import { canDraw } from './drawable.ts'
import { quarterly, review } from './journals.ts'
import { border, disc, mosaic, tide } from './magazines.ts'
import { berliner, broadsheet, gazette, tabloid } from './newspapers.ts'
import { palettes } from './palettes.ts'
import type { Recipe } from './recipe.ts'
import type { Sheet } from './sheet.ts'

export const recipes: Readonly<Record<CoverLook, readonly Recipe[]>> = {
  newspaper: [broadsheet, tabloid, berliner, gazette],
  magazine: [disc, tide, mosaic, border],
  journal: [quarterly, review],
  children: [meadow, party],
}

/** Draws a cover. A publication always gets the same recipe and the same inks. */
export async function drawCover(copy: CoverCopy): Promise<Sheet> {
  const { look, slug, date } = copy
  const recipe = chosen(recipes[look], slug) ?? broadsheet
  const palette = chosen(palettes[look], `${slug} inks`) ?? palettes.newspaper[0]
  if (palette === undefined) throw new TypeError('There is no palette to print with')
  return recipe(await printable(copy), palette, chanceOf(`${slug} ${date}`))
}

/** Without the headlines that no font here can draw. */
async function printable(copy: CoverCopy): Promise<CoverCopy> {
  const able = await Promise.all(copy.headlines.map(({ text }) => canDraw(text)))
  const title = (await canDraw(copy.title)) ? copy.title : ''
  const edition = (await canDraw(copy.edition)) ? copy.edition : ''
  return { ...copy, title, edition, headlines: copy.headlines.filter((_, index) => able[index]) }
}
