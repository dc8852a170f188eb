import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { addresses, href } from '../src/web/addresses.ts'
import { browserOf, signIn, standFor } from '../src/web/reader/browser.fixture.ts'
import { openReaders } from '../src/web/reader/readers.fixture.ts'
import { nightFerry } from '../src/web/visit.fixture.ts'
import { launched, type Served, served, visiting } from './browser.fixture.ts'

const story = href(addresses.story, { locale: 'nl', ...nightFerry })
const desk = { viewport: { width: 1280, height: 900 } }

let browser: Browser
let readers: Awaited<ReturnType<typeof openReaders>>
let stand: Served
const devices: Readonly<Record<string, string>>[] = []

before(async () => {
  readers = await openReaders()
  const open = standFor(readers, { settings: { publicUrl: new URL('http://127.0.0.1') } })
  for (const _ of ['first', 'second']) {
    const device = browserOf(open)
    await signIn(device, readers)
    devices.push(Object.fromEntries(device.kept))
    readers.wait({ minutes: 2 })
  }
  stand = await served(open)
  browser = await launched()
})

after(async () => {
  await browser?.close()
  stand?.server.close()
  await readers?.[Symbol.asyncDispose]()
})

describe('how a reader wants stories set, on two devices', () => {
  it('follows the reader, and the size of letters is only offered', async () => {
    await on(0, async (page) => {
      await page.evaluate(() => localStorage.setItem('reading', 'size-150'))
      await page.reload()
      await page.locator('[data-island=reading] > [aria-haspopup]').click()
      const told = page.waitForResponse(
        (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/reading'),
      )
      await page.getByRole('radio', { name: 'Schreefloos' }).check()
      await page.locator('#reading-sheet').getByRole('radio', { name: 'Sepia' }).check()
      assert.equal((await told).status(), 200)
      await page.waitForFunction(() => localStorage.getItem('reading-at') === null)
    })
    await on(1, async (page) => {
      await page.waitForFunction(() => document.documentElement.dataset.reading === 'face-sans')
      assert.equal(await page.locator('html').getAttribute('data-theme'), 'sepia')
      await page.locator('[data-island=reading] > [aria-haspopup]').click()
      await page.getByRole('button', { name: 'tekstgrootte van je andere apparaat' }).click()
      assert.equal(await page.locator('html').getAttribute('data-reading'), 'size-150 face-sans')
    })
  })

  it('is what was chosen before signing in, when that is newer', async () => {
    await on(1, async (page) => {
      await page.evaluate(() => {
        localStorage.setItem('reading', 'line-3')
        localStorage.setItem('reading-at', String(Date.now()))
      })
      await page.reload()
      await page.waitForFunction(() => localStorage.getItem('reading-at') === null)
      assert.equal(await page.locator('html').getAttribute('data-reading'), 'line-3')
    })
    await on(0, async (page) => {
      await page.waitForFunction(() => document.documentElement.dataset.reading === 'line-3')
    })
  })
})

/** Opens the story on a device of the reader that was never used to read on. */
async function on(device: number, see: (page: Page) => Promise<void>): Promise<void> {
  await visiting(browser, desk, async (page) => {
    const cookies = Object.entries(devices[device] ?? {})
    const { origin: url } = stand
    await page.context().addCookies(cookies.map(([name, value]) => ({ name, value, url })))
    await page.goto(stand.origin + story)
    await see(page)
  })
}
