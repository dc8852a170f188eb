import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { faultBook, violations } from './axe.fixture.ts'
import { galleryPages } from './gallery/gallery.fixture.ts'
import { tooWide } from './screenshots/faults.ts'
import { sharedBrowser } from './shared-browser.fixture.ts'

/** A desktop of 1280 by 1024 at 400 %, which is also the narrowest phone. */
const zoomed = { width: 320, height: 256 }
const desktop = { width: 1280, height: 900 }

const visiting = await sharedBrowser()
const gallery = await galleryPages()
after(() => gallery[Symbol.asyncDispose]())

describe('stories and stands that are hard to set', () => {
  it('need no sideways scrolling at 320 pixels, which is 400 % of a desktop', async () => {
    await eachPage(zoomed, (page) => page.evaluate(tooWide))
  })

  it('keep their words in their places on a desktop', async () => {
    await eachPage(desktop, (page) => page.evaluate(tooWide))
  })

  it('leave nothing for axe to find', async () => {
    await eachPage(desktop, violations, ['nl'])
  })
})

async function eachPage(
  viewport: typeof desktop,
  look: (page: Page) => Promise<readonly string[]>,
  locales: readonly string[] = ['nl', 'ar'],
): Promise<void> {
  const faults = faultBook()
  await visiting({ viewport }, async (page) => {
    for (const locale of locales) {
      for (const { name, origin, path, status } of gallery.pages) {
        const answer = await page.goto(origin + path(locale))
        assert.equal(answer?.status(), status, name)
        faults.note(await look(page), `${name} in ${locale}`)
      }
    }
  })
  faults.isEmpty()
}
