import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { addresses, href } from '../src/web/addresses.ts'
import { nightFerry } from '../src/web/visit.fixture.ts'
import { sharedBrowser, sharedReaders } from './shared-browser.fixture.ts'

const story = href(addresses.story, { locale: 'nl', ...nightFerry })
const desk = { viewport: { width: 1280, height: 900 } }

const visiting = await sharedBrowser()
const at = await sharedReaders()
const first = await at.signedIn('ana@saltmere.example')
at.readers.wait({ minutes: 2 })
const second = await at.signedIn('ana@saltmere.example')
at.readers.wait({ minutes: 2 })

describe('how a reader wants stories set, on two devices', () => {
  it('follows the reader, and the size of letters is only offered', async () => {
    await on(first, async (page) => {
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
    await on(second, async (page) => {
      await page.waitForFunction(() => document.documentElement.dataset.reading === 'face-sans')
      assert.equal(await page.locator('html').getAttribute('data-theme'), 'sepia')
      await page.locator('[data-island=reading] > [aria-haspopup]').click()
      await page.getByRole('button', { name: 'tekstgrootte van je andere apparaat' }).click()
      assert.equal(await page.locator('html').getAttribute('data-reading'), 'size-150 face-sans')
    })
  })

  it('is what was chosen before signing in, when that is newer', async () => {
    await on(second, async (page) => {
      await page.evaluate(() => {
        localStorage.setItem('reading', 'line-3')
        localStorage.setItem('reading-at', String(Date.now()))
      })
      await page.reload()
      await page.waitForFunction(() => localStorage.getItem('reading-at') === null)
      assert.equal(await page.locator('html').getAttribute('data-reading'), 'line-3')
    })
    await on(first, async (page) => {
      await page.waitForFunction(() => document.documentElement.dataset.reading === 'line-3')
    })
  })
})

/** Opens the story on a device of the reader that was never used to read on. */
async function on(device: typeof first, see: (page: Page) => Promise<void>): Promise<void> {
  await visiting({ ...desk, ...device }, async (page) => {
    await page.goto(at.origin + story)
    await see(page)
  })
}
