import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { moves, picturesThatFail, tooWide } from './faults.ts'
import type { Theme } from './options.ts'
import type { ShownPage } from './shown-page.ts'

/** One page, in one language and one width. */
export interface Look {
  readonly page: ShownPage
  readonly locale: string
  readonly width: number
  readonly themes: readonly Theme[]
}

export interface Seen extends Look {
  /** Pixels, in the first theme. */
  readonly height: number
  readonly faults: readonly string[]
}

export const heightOf = (width: number) => (width < 600 ? 844 : width < 1_000 ? 1_180 : 860)

/** Chromium draws no more than this in one picture. */
const tallest = 12_000
const narrowest = 320

/** Visits the page as somebody who was never here, pictures it and notes what is wrong with it. */
export async function lookAt(
  browser: Browser,
  look: Look,
  fileOf: (look: Look, theme: Theme) => string,
): Promise<Seen> {
  const { width, themes } = look
  const context = await browser.newContext({ viewport: { width, height: heightOf(width) } })
  try {
    const page = await context.newPage()
    const faults = listen(page, look)
    await page.emulateMedia({ colorScheme: 'light' })
    const answered = await visit(page, look, faults)
    if (!answered) return { ...look, height: 0, faults }
    let height = 0
    for (const theme of themes) {
      await dress(page, theme)
      height ||= await page.evaluate(() => document.documentElement.scrollHeight)
      await picture(page, fileOf(look, theme))
    }
    faults.push(...(await page.evaluate(tooWide)))
    if (width < 600) {
      await page.setViewportSize({ width: narrowest, height: 640 })
      const narrow = await page.evaluate(tooWide)
      faults.push(...narrow.map((fault) => `at ${narrowest}: ${fault}`))
    }
    return { ...look, height, faults: [...new Set(faults)] }
  } finally {
    await context.close()
  }
}

/** Whatever the browser complains of, and whomever it asks besides this stand. */
function listen(page: Page, { page: shown, locale }: Look): string[] {
  const { origin, status, lost } = shown
  const faults: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('data:'))
      faults.push(`asks another host: ${url}`)
  })
  page.on('pageerror', (error) => faults.push(`a script failed: ${error.message}`))
  page.on('console', (message) => {
    const { url } = message.location()
    const isOwnStatus = status !== 200 && url === new URL(shown.path(locale), origin).href
    const isLost = lost !== undefined && url.includes(lost)
    if (message.type() !== 'error' || isOwnStatus || isLost) return
    faults.push(`the console says: ${message.text()} (${url})`)
  })
  return faults
}

/** @returns whether there is anything to see */
async function visit(
  page: Page,
  { page: shown, locale }: Look,
  faults: string[],
): Promise<boolean> {
  const { origin, path, status, lost } = shown
  const answer = await page.goto(origin + path(locale), { waitUntil: 'load' }).catch(() => null)
  if (answer === null) {
    faults.push('does not answer with a page')
    return false
  }
  if (answer.status() !== status) faults.push(`answers ${answer.status()} instead of ${status}`)
  await page.evaluate(() => document.fonts.ready)
  const broken = await page.evaluate(picturesThatFail)
  const missed = broken.filter((address) => lost === undefined || !address.includes(lost))
  faults.push(...missed.map((address) => `a picture did not load: ${address}`))
  faults.push(...(await page.evaluate(moves)))
  return true
}

/** Light and dark are the system's wish, as most readers have it; the others are the reader's own. */
async function dress(page: Page, theme: Theme): Promise<void> {
  const system = theme === 'light' || theme === 'dark'
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' })
  await page.evaluate(
    (name) => document.documentElement.setAttribute('data-theme', name),
    system ? 'system' : theme,
  )
}

async function picture(page: Page, file: string): Promise<void> {
  const size = await page.evaluate(() => ({
    width: document.documentElement.clientWidth,
    height: document.documentElement.scrollHeight,
  }))
  await mkdir(dirname(file), { recursive: true })
  const clip = { x: 0, y: 0, width: size.width, height: Math.min(size.height, tallest) }
  await page.screenshot({ path: file, fullPage: true, clip, animations: 'disabled' })
}
