import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { sharedBrowser, sharedStand } from './shared-browser.fixture.ts'

const path = '/nl/publications/harbour-courier/2025-05-20/night-ferry-saved'
const desk = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 844 } }

const visiting = await sharedBrowser()
const stand = await sharedStand()

describe('the tools of a story, in a browser', () => {
  it('copy the address of the page, with the paragraph that was led to, and say so', async () => {
    await onStory({ ...desk, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const first = await page.locator('.text > p').first().getAttribute('id')
      await page.goto(`${stand.origin}${path}#${first}`)
      await page.click('.tool.copy')
      await page.locator('.done', { hasText: 'Gekopieerd.' }).waitFor()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      assert.equal(copied, `${stand.origin}${path}#${first}`)
      assert.equal(await page.locator('#address').isVisible(), false)
    })
  })

  it('copy the citation as it is read', async () => {
    await onStory({ ...desk, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      await page.click('.tool.cite')
      await page.click('[data-of=citation-text]')
      await page.locator('.done', { hasText: 'Gekopieerd.' }).waitFor()
      const copied = await page.evaluate(() => navigator.clipboard.readText())
      assert.match(copied, /^Ines Okafor-Lund, ‘Night ferry saved .*, 20 mei 2025, http/)
    })
  })

  it('hand the story to the system’s own sheet where there is one', async () => {
    await onStory(phone, async (page) => {
      await page.evaluate(() => {
        const share = async ({ url }: ShareData) => {
          document.title = `shared ${url}`
        }
        Object.defineProperty(navigator, 'share', { value: share })
      })
      await page.click('.tool.share')
      await page.waitForFunction(() => document.title.startsWith('shared'))
      assert.equal(await page.title(), `shared ${stand.origin}${path}`)
    })
  })

  it('print', async () => {
    await onStory(desk, async (page) => {
      await page.evaluate(() => {
        window.print = () => {
          document.title = 'printed'
        }
      })
      await page.click('.tool.print')
      assert.equal(await page.title(), 'printed')
    })
  })

  it('open and close by keyboard, and give the focus back', async () => {
    await onStory(desk, async (page) => {
      await page.focus('.tool.cite')
      await page.keyboard.press('Enter')
      assert.equal(await page.locator('#citation').isVisible(), true)
      await page.keyboard.press('Tab')
      const inside = () =>
        page.evaluate(() => document.activeElement?.closest('#citation') !== null)
      assert.equal(await inside(), true)
      await page.keyboard.press('Escape')
      assert.equal(await page.locator('#citation').isVisible(), false)
      assert.equal(
        await page.evaluate(() => document.activeElement?.classList.contains('cite')),
        true,
      )
    })
  })

  it('show the address to copy by hand without a script, and nothing that needs one', async () => {
    for (const size of [desk, phone]) {
      await onStory({ ...size, javaScriptEnabled: false }, async (page) => {
        await page.click(size === desk ? '.tool.copy' : '.tool.share')
        assert.equal(await page.locator('#address-field').isVisible(), true)
        assert.equal(await page.locator('.tool.print').isVisible(), false)
        await page.click('#address .close')
        await page.click('.tool.cite')
        assert.equal(await page.locator('#citation-text').isVisible(), true)
        assert.equal(await page.locator('.slip .scripted').isVisible(), false)
      })
    }
  })

  it('show the address where the browser gives no clipboard', async () => {
    await onStory(desk, async (page) => {
      await page.evaluate(() => {
        const writeText = () => Promise.reject(new Error('not allowed'))
        Object.defineProperty(navigator, 'clipboard', { value: { writeText } })
      })
      await page.click('.tool.copy')
      await page.locator('#address-field').waitFor({ state: 'visible' })
    })
  })
})

function onStory(options: BrowserContextOptions, see: (page: Page) => Promise<void>) {
  return visiting(options, async (page) => {
    await page.goto(`${stand.origin}${path}`)
    await see(page)
  })
}
