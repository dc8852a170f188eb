import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sharedBrowser, sharedStand } from './shared-browser.fixture.ts'

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 900 }

const visiting = await sharedBrowser()
const stand = await sharedStand()

describe('the field of search', () => {
  it('opens with "/", suggests while one types, and is walked with the keyboard', async () => {
    await visiting({ viewport: desktop }, async (page) => {
      await page.goto(`${stand.origin}/en`)
      // Where it asks twice while one types, the first answer may come after these keys.
      const isEarlier = ({ searchParams: asked }: URL) => 'har'.startsWith(asked.get('q') ?? '-')
      await page.route(isEarlier, (route) => route.abort())
      await page.keyboard.press('/')
      const field = page.locator('header [role=combobox]')
      // The script that suggests comes when the field is entered.
      await field.waitFor()
      await page.keyboard.type('harb')
      const options = page.locator('header [role=option]')
      await options.first().waitFor()
      assert.equal(await field.getAttribute('aria-expanded'), 'true')
      assert.equal(await field.inputValue(), 'harb')
      await page.keyboard.press('ArrowDown')
      const active = await field.getAttribute('aria-activedescendant')
      assert.equal(await options.first().getAttribute('id'), active)
      assert.equal(await options.first().getAttribute('aria-selected'), 'true')
      await page.keyboard.press('Escape')
      assert.equal(await field.getAttribute('aria-expanded'), 'false')
      assert.equal(await field.inputValue(), 'harb')
      await page.keyboard.press('ArrowDown')
      await options.first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/en/publications/harbour-courier')
    })
  })

  it('suggests for what was typed before there was a script', async () => {
    await visiting({ viewport: desktop }, async (page) => {
      const held = Promise.withResolvers<void>()
      await page.route(/\/assets\/stand-\w+\.js$/, async (route) => {
        await held.promise
        await route.continue()
      })
      await page.goto(`${stand.origin}/en/search`, { waitUntil: 'commit' })
      await page.locator('#q').pressSequentially('harb')
      held.resolve()
      await page.locator('.ask [role=option]').first().waitFor()
      assert.equal(await page.locator('#q').inputValue(), 'harb')
    })
  })

  it('has a button with a name, however narrow the page', async () => {
    await visiting({ viewport: { width: 320, height: 640 } }, async (page) => {
      await page.goto(`${stand.origin}/en/search`)
      const name = 'Search'
      assert.equal(await page.locator('main').getByRole('button', { name, exact: true }).count(), 1)
    })
  })

  it('asks when nothing is chosen, also from right to left and without a script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await visiting({ viewport: desktop, javaScriptEnabled }, async (page) => {
        await page.goto(`${stand.origin}/ar`)
        await page.locator('header input[name=q]').fill('ferry')
        await page.keyboard.press('Enter')
        await page.waitForURL('**/ar/search?q=ferry')
        assert.ok((await page.locator('mark').count()) > 0)
      })
    }
  })

  it('is on a page of its own on a phone, where "/" leads too, unless it is turned off', async () => {
    await visiting({ viewport: phone }, async (page) => {
      await page.goto(`${stand.origin}/en`)
      await page.keyboard.press('/')
      await page.waitForURL('**/en/search')
      await page.keyboard.press('/')
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'q')
      await page.locator('.slash input').uncheck()
      await page.goto(`${stand.origin}/en`)
      const isLeft = await page.evaluate(() => {
        const press = { key: '/', bubbles: true, cancelable: true }
        return document.body.dispatchEvent(new KeyboardEvent('keydown', press))
      })
      assert.ok(isLeft, 'the key is left to the browser')
    })
  })
})
