import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { addresses, href } from '../src/web/addresses.ts'
import { nightFerry } from '../src/web/visit.fixture.ts'
import { violationsOfColour } from './axe.fixture.ts'
import { bytesOf, layoutShift } from './browser.fixture.ts'
import { sharedBrowser, sharedStand } from './shared-browser.fixture.ts'

const phone = { width: 390, height: 844 }
const narrow = { width: 320, height: 640 }
const desktop = { width: 1280, height: 900 }

const ferry = (locale: string) => href(addresses.story, { locale, ...nightFerry })
const inArabic = (locale: string) =>
  href(addresses.story, {
    locale,
    publication: 'marfa-alsabah',
    edition: '2025-05-18',
    story: 'خياطة-الضوء',
  })

const opening = await sharedBrowser()
const stand = await sharedStand()

const visiting = (
  options: BrowserContextOptions,
  visit: (page: Page, to: (path: string) => Promise<unknown>) => Promise<void>,
) => opening(options, (page) => visit(page, (path) => page.goto(stand.origin + path)))

describe('themes', () => {
  it('follow the system until a reader chooses', async () => {
    await visiting({ viewport: phone }, async (page, to) => {
      await to('/nl')
      await page.emulateMedia({ colorScheme: 'light' })
      assert.equal(await paperOf(page), 'rgb(251, 249, 244)')
      await page.emulateMedia({ colorScheme: 'dark' })
      assert.equal(await paperOf(page), 'rgb(21, 20, 18)')
      await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' })
      assert.equal(await paperOf(page), 'rgb(0, 0, 0)')
      await page.emulateMedia({ colorScheme: 'light', contrast: 'more' })
      assert.equal(await paperOf(page), 'rgb(255, 255, 255)')
    })
  })

  it('are chosen with the keyboard alone, at once, and kept for the next page', async () => {
    await visiting({ viewport: desktop, colorScheme: 'light' }, async (page, to) => {
      await to('/nl')
      await page.getByRole('button', { name: 'Weergave' }).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      assert.equal(await page.locator(':focus').inputValue(), 'system')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      assert.equal(await paperOf(page), 'rgb(243, 233, 210)')
      await page.keyboard.press('Escape')
      assert.equal(await page.locator('#display').isVisible(), false)
      assert.equal(await page.locator(':focus').getAttribute('popovertarget'), 'display')

      await to(ferry('nl'))
      assert.equal(await paperOf(page), 'rgb(243, 233, 210)')
      assert.equal(await page.locator('input[value=sepia]').isChecked(), true)
      assert.equal(await themeColour(page), 'rgb(243, 233, 210)')
    })
  })

  it('stand before anything is painted, also when the islands never come', async () => {
    await visiting({ viewport: phone, colorScheme: 'light' }, async (page, to) => {
      await to('/nl')
      await page.evaluate(() => localStorage.setItem('theme', 'dark'))
      await page.route('**/*.js', (route) => route.abort())
      await page.goto(stand.origin + ferry('nl'))
      assert.equal(await paperOf(page), 'rgb(21, 20, 18)')
    })
  })

  it('go back to the system when a reader asks for that', async () => {
    await visiting({ viewport: phone, colorScheme: 'dark' }, async (page, to) => {
      await to('/nl')
      await page.getByRole('button', { name: 'Weergave' }).click()
      await page.getByLabel('Licht').check()
      assert.equal(await paperOf(page), 'rgb(251, 249, 244)')
      await page.getByLabel('Zoals op dit apparaat').check()
      assert.equal(await paperOf(page), 'rgb(21, 20, 18)')
      assert.equal(await page.evaluate(() => localStorage.getItem('theme')), null)
      assert.equal(await themeColour(page), '#fbf9f4')
    })
  })

  it('have no fault that axe can find, with the menus open', async () => {
    await visiting({ viewport: phone }, async (page, to) => {
      for (const path of ['/nl', ferry('nl'), inArabic('ar')]) {
        await to(path)
        for (const theme of ['light', 'sepia', 'dark', 'contrast']) {
          await page.evaluate((name) => {
            document.documentElement.dataset.theme = name
          }, theme)
          for (const menu of ['languages', 'display']) {
            await page.locator(`[popovertarget=${menu}]`).click()
            assert.deepEqual(await violationsOfColour(page), [], `${path} in ${theme}`)
            await page.keyboard.press('Escape')
          }
        }
      }
    })
  })

  it('leave a line around what can be pressed when the reader brings the colours', async () => {
    await visiting({ viewport: phone, forcedColors: 'active' }, async (page, to) => {
      await to('/nl')
      await page.getByRole('button', { name: 'Weergave' }).click()
      const menu = page.locator('#display')
      assert.equal(await menu.evaluate((one) => getComputedStyle(one).borderTopStyle), 'solid')
      await page.keyboard.press('Tab')
      const outline = await page.locator(':focus').evaluate((one) => getComputedStyle(one).outline)
      assert.match(outline, /3px|solid/)
    })
  })
})

describe('without a script', () => {
  it('nothing is offered that would not work, and the system is followed', async () => {
    const options = { viewport: phone, javaScriptEnabled: false, colorScheme: 'dark' } as const
    await visiting(options, async (page, to) => {
      await to('/nl')
      assert.equal(await page.getByRole('button', { name: 'Weergave' }).isVisible(), false)
      assert.equal(await paperOf(page), 'rgb(21, 20, 18)')
    })
  })

  it('the menu of languages opens and leads to the same page', async () => {
    await visiting({ viewport: phone, javaScriptEnabled: false }, async (page, to) => {
      await to(ferry('nl'))
      await page.getByRole('button', { name: 'Taal:' }).click()
      await page.locator('#languages').getByRole('link', { name: 'English' }).click()
      await page.waitForURL(({ pathname }) => pathname === ferry('en'))
      assert.deepEqual(await page.context().cookies(), [])
    })
  })
})

describe('languages', () => {
  it('are remembered when a reader follows a link to one, for the address of the stand', async () => {
    await visiting({ viewport: phone, locale: 'de-DE' }, async (page, to) => {
      await to('/nl')
      await page.getByRole('button', { name: 'Taal' }).click()
      await page.locator('#languages').getByRole('link', { name: 'العربية' }).click()
      await page.waitForURL('**/ar')
      const [cookie, ...others] = await page.context().cookies()
      assert.deepEqual(others, [])
      assert.deepEqual([cookie?.name, cookie?.value, cookie?.sameSite], ['locale', 'ar', 'Lax'])
      await to('/')
      await page.waitForURL(({ pathname }) => pathname === '/ar')
    })
  })

  it('find their menus inside the narrowest screen, and scroll in them when zoomed to 400 %', async () => {
    for (const viewport of [narrow, { width: 320, height: 256 }]) {
      await visiting({ viewport }, async (page, to) => {
        for (const locale of ['de', 'ar']) {
          await to(`/${locale}`)
          for (const menu of ['languages', 'display']) {
            await page.locator(`[popovertarget=${menu}]`).click()
            const box = await page.locator(`#${menu}`).boundingBox()
            assert.ok(box && box.x >= 0 && box.x + box.width <= 320, `${menu} in ${locale}`)
            assert.ok(box.y >= 0 && box.y + box.height <= viewport.height, `${menu} in ${locale}`)
            await page.keyboard.press('Escape')
          }
          const wide = await page.evaluate(() => document.documentElement.scrollWidth)
          assert.ok(wide <= 320, `${locale} is ${wide} px wide`)
        }
      })
    }
  })
})

describe('a first visit', () => {
  it('costs at most 90 kB in Arabic too, and with Latin letters on the same page', async () => {
    for (const path of [inArabic('ar'), ferry('ar')]) {
      await visiting({ viewport: phone }, async (page) => {
        const bytes = await bytesOf(page, stand.origin + path)
        assert.ok(bytes > 30_000 && bytes <= 90_000, `${path}: ${bytes} bytes`)
      })
    }
  })

  it('moves little when the Arabic font arrives after the text was shown without it', async () => {
    await visiting({ viewport: phone }, async (page) => {
      const shown = Promise.withResolvers<void>()
      await page.route('**/*.woff2', async (route) => {
        await shown.promise
        await route.continue()
      })
      await page.goto(stand.origin + inArabic('ar'), { waitUntil: 'commit' })
      await page.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint').length,
      )
      shown.resolve()
      await page.waitForFunction(() => document.fonts.check('1em "Noto Naskh"', 'ضوء'))
      await page.waitForTimeout(300)
      const shift = await page.evaluate(layoutShift)
      assert.ok(shift < 0.05, `moved by ${shift}`)
    })
  })
})

describe('on paper', () => {
  it('a story has its masthead, its date and its address, and nothing to press', async () => {
    await visiting({ viewport: desktop, colorScheme: 'dark' }, async (page, to) => {
      await to(ferry('nl'))
      await page.emulateMedia({ media: 'print' })
      assert.equal(await paperOf(page), 'rgb(255, 255, 255)')
      assert.equal(await page.locator('.origin .masthead').isVisible(), true)
      assert.equal(await page.locator('.origin time').isVisible(), true)
      assert.match(await page.locator('.printed').innerText(), new RegExp(`${ferry('nl')}$`))
      assert.equal(await page.locator('.printed').isVisible(), true)
      for (const place of ['.stand nav', '.stand .end', '.foot', '.lists']) {
        assert.equal(await page.locator(place).first().isVisible(), false, place)
      }
    })
  })
})

const paperOf = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

/** What the browser is told to paint around the page, of those that apply. */
const themeColour = (page: Page) =>
  page.locator('meta[name=theme-color]').first().getAttribute('content')
