import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { picturesThatFail } from './faults.ts'
import type { ShownPage } from './shown-page.ts'

const folder = 'docs/screenshots'
const mostBytes = 150_000

/** The two pictures of the README: what is seen first of a front page and of a story. */
const pictures = [
  { file: 'front.webp', page: 'front', locale: 'en', theme: 'light', width: 1280, height: 860 },
  {
    file: 'story.webp',
    page: 'story-dutch',
    locale: 'nl',
    theme: 'dark',
    width: 390,
    height: 844,
  },
] as const

/** @returns a line about each */
export async function forReadme(browser: Browser, pages: readonly ShownPage[]): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const lines: string[] = []
  for (const { file, page: name, locale, theme, width, height } of pictures) {
    const shown = pages.find((one) => one.name === name)
    if (shown === undefined) throw new Error(`The demo has no page for ${name}.`)
    const viewport = { width, height }
    const look = { viewport, deviceScaleFactor: 2, colorScheme: theme }
    const context = await browser.newContext(look)
    const page = await context.newPage()
    await page.goto(shown.origin + shown.path(locale), { waitUntil: 'load' })
    await page.evaluate(() => document.fonts.ready)
    await page.evaluate(picturesThatFail)
    const bytes = await smallEnough(await page.screenshot())
    await context.close()
    await writeFile(join(folder, file), bytes)
    lines.push(`${join(folder, file)}: ${Math.ceil(bytes.byteLength / 1_000)} kB`)
  }
  return lines
}

/** As sharp as fits into the budget: it is seen at half its size, so its pixels go before its letters. */
async function smallEnough(png: Buffer): Promise<Buffer> {
  const { width } = await sharp(png).metadata()
  for (const share of [1, 0.8, 0.65]) {
    const size = { width: Math.round(width * share) }
    for (const quality of [85, 75, 65]) {
      const bytes = await sharp(png).resize(size).webp({ quality, effort: 6 }).toBuffer()
      if (bytes.byteLength <= mostBytes) return bytes
    }
  }
  throw new Error(`A picture of the README takes more than ${mostBytes} bytes.`)
}
