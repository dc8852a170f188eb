/** The program of the process that draws; see `typesetter.ts`. It is told where its fonts are. */
import sharp from 'sharp'
import { coverWidths } from '#catalogue'
import { drawCover } from './draw-cover.ts'
import { drawSocial } from './draw-social.ts'
import { loadFonts } from './fonts.ts'
import type { Sheet } from './sheet.ts'
import type { Drawing, DrawnFile } from './typesetter.ts'

sharp.concurrency(1)
sharp.cache(false)

const [folder = ''] = process.argv.slice(2)
const ready = loadFonts(folder)

process.on('message', async (drawing: Drawing) => {
  try {
    await ready
    process.send?.({ files: await filesOf(drawing) })
  } catch (error) {
    process.send?.({ files: [], failure: String(error) })
  }
})

// Whoever asked has gone, however he went.
process.on('disconnect', () => process.exit())
// A terminal sends Ctrl-C to all of its processes: this one ends with whoever asked.
process.on('SIGINT', () => {}).on('SIGTERM', () => {})

async function filesOf(drawing: Drawing): Promise<readonly DrawnFile[]> {
  if (drawing.kind === 'social') {
    const picture = await open(await drawSocial(drawing.copy))
    const bytes = await picture.png({ palette: true, effort: 7 }).toBuffer()
    return [{ name: `${drawing.key}.png`, bytes }]
  }
  const picture = await open(await drawCover(drawing.copy))
  return Promise.all(
    coverWidths.map(async (width) => ({
      name: `${drawing.key}-${width}.webp`,
      bytes: await picture
        .clone()
        .resize({ width, height: Math.round((width * 4) / 3) })
        .webp({ quality: 82 })
        .toBuffer(),
    })),
  )
}

async function open(sheet: Sheet) {
  const { width, height } = sheet
  return sharp(await sheet.pixels(), { raw: { width, height, channels: 3 } })
}
