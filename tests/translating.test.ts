import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { violations } from './axe.fixture.ts'
import { sharedBrowser, sharedStand } from './shared-browser.fixture.ts'

const courier = '/publications/harbour-courier/2025-05-20'
const bakery = `/en${courier}/bakery-closes`
const inDutch = `${bakery}/in/nl`
const desk = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 390, height: 844 } }

const visiting = await sharedBrowser()
const stand = await sharedStand()
/** Where no engine was set up. */
const bare = await sharedStand({ changed: { translator: null } })

const on = (
  path: string,
  options: BrowserContextOptions,
  visit: (page: Page) => Promise<void>,
): Promise<void> =>
  visiting(options, async (page) => {
    await page.goto(stand.origin + path)
    await visit(page)
  })

describe('a story in another language, in a browser', () => {
  it('shows the original of the paragraph that is pressed, and takes it away again', async () => {
    await on(inDutch, phone, async (page) => {
      const original = page.locator('#original-b1')
      assert.equal(await original.isVisible(), false)
      await page.click('#b1')
      assert.equal(await original.isVisible(), true)
      assert.equal(await page.locator('#original-b0').isVisible(), false)
      await original.click()
      assert.equal(await original.isVisible(), true, 'words of the original can be selected')
      await page.click('#b1')
      assert.equal(await original.isVisible(), false)
    })
  })

  it('lies beside the original on a desk, and over it on a phone, without a script too', async () => {
    const places = (page: Page) =>
      page.evaluate(() =>
        ['#b0', '#original-b0'].map((id) => {
          const box = document.querySelector(id)?.getBoundingClientRect()
          return { x: Math.round(box?.x ?? 0), y: Math.round(box?.y ?? 0) }
        }),
      )
    const beside = `${inDutch}?view=beside`
    await on(beside, { ...desk, javaScriptEnabled: false }, async (page) => {
      const [shown, original] = await places(page)
      assert.ok(shown && original && original.x > shown.x + 400)
      assert.ok(Math.abs(original.y - shown.y) < 10)
    })
    await on(beside, { ...phone, javaScriptEnabled: false }, async (page) => {
      const [shown, original] = await places(page)
      assert.ok(shown && original && original.y > shown.y)
    })
  })

  it('never scrolls sideways, however small the screen and large the letters', async () => {
    const narrow = { viewport: { width: 320, height: 640 } }
    for (const path of [inDutch, `/ar${courier}/night-ferry-saved/in/ar?view=beside`]) {
      await on(path, narrow, async (page) => {
        const chosen = 'size-300 letter-2 word-2 paragraph-2'
        await page.evaluate((words) => localStorage.setItem('reading', words), chosen)
        await page.reload()
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        assert.equal(wide, 320, path)
      })
    }
  })

  it('is without a fault for axe in both views, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await on(
        `/nl${courier}/night-ferry-saved/in/ar?view=beside`,
        { ...desk, colorScheme },
        async (page) => {
          assert.deepEqual(await violations(page), [])
        },
      )
      await on(inDutch, { ...phone, colorScheme }, async (page) => {
        await page.click('#b1')
        assert.deepEqual(await violations(page), [])
      })
    }
  })
})

describe('the languages to read a story in', () => {
  it('open and close by keyboard, and are links', async () => {
    await on(bakery, desk, async (page) => {
      await page.focus('.translating > button')
      await page.keyboard.press('Enter')
      await page.locator('#translations').waitFor()
      await page.keyboard.press('Tab')
      assert.deepEqual(await violations(page), [])
      await page.keyboard.press('Escape')
      await page.locator('#translations').waitFor({ state: 'hidden' })
      const focused = await page.evaluate(() => document.activeElement?.textContent)
      assert.equal(focused, 'Translate')
    })
  })

  it('are there without a script', async () => {
    await on(bakery, { ...phone, javaScriptEnabled: false }, async (page) => {
      await page.click('.translating > button')
      await page.click('#translations a[hreflang=nl]')
      await page.waitForURL(({ pathname }) => pathname === inDutch)
    })
  })

  it('begin with the one that was chosen last, which the page offers from then on', async () => {
    await on(bakery, desk, async (page) => {
      assert.equal(await page.locator('.read-in').isVisible(), false)
      await page.click('.translating > button')
      await page.click('#translations a[hreflang=ar]')
      await page.goto(`${stand.origin}/en${courier}/pilots-wait-for-fog`)
      const line = page.locator('.read-in a')
      assert.equal(await line.textContent(), 'Read in Arabic')
      await line.click()
      await page.waitForURL(/pilots-wait-for-fog\/in\/ar$/)
    })
  })
})

/** A translator as Chromium has it, which does what the name of it says. */
const fake = (kind: 'works' | 'lacks' | 'never') => `
  self.Translator = {
    availability: async () => '${kind === 'lacks' ? 'unavailable' : 'downloadable'}',
    create: async () => ${kind === 'never' ? 'new Promise(() => {})' : "({ translate: async (text) => 'NL ' + text })"},
  }`

describe('the translator of the browser', () => {
  const dutch = `/nl${courier}/bakery-closes`
  const pressed = async (kind: Parameters<typeof fake>[0], visit: (page: Page) => Promise<void>) =>
    visiting(desk, async (page) => {
      await page.clock.install()
      await page.addInitScript(fake(kind))
      await page.goto(bare.origin + dutch)
      await page.click('.translating > button')
      await page.click('[data-to=nl] button')
      await visit(page)
    })
  const first = (page: Page) => page.locator('#b0').textContent()

  it('is offered where nothing else knows the language, and leads back', async () => {
    await pressed('works', async (page) => {
      await page.locator('.story > aside', { hasText: 'je browser' }).waitFor()
      assert.match((await first(page)) ?? '', /^NL The ovens/)
      assert.equal(await page.locator('#b0').getAttribute('lang'), 'nl')
      assert.match((await page.locator('h1').textContent()) ?? '', /^NL The bakery/)
      await page.click('.story > aside button')
      assert.match((await first(page)) ?? '', /^The ovens/)
      assert.equal(await page.locator('#b0').getAttribute('lang'), null)
    })
  })

  it('leaves the text as it was where it cannot, or never answers', async () => {
    for (const kind of ['lacks', 'never'] as const) {
      await pressed(kind, async (page) => {
        await page.clock.runFor(20_500)
        await page.locator('[data-to=nl] [role=status]', { hasText: 'niet vertalen' }).waitFor()
        assert.match((await first(page)) ?? '', /^The ovens/, kind)
      })
    }
  })

  it('is not offered where the browser has none, or the stand an engine', async () => {
    await visiting(desk, async (page) => {
      await page.addInitScript('delete self.Translator')
      await page.goto(bare.origin + dutch)
      assert.equal(await page.locator('.translating').isVisible(), false)
    })
    await visiting(desk, async (page) => {
      await page.addInitScript(fake('works'))
      await page.goto(stand.origin + dutch)
      assert.equal(await page.locator('[data-to]').count(), 0)
    })
  })
})
