import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { violations } from './axe.fixture.ts'
import { sharedBrowser, sharedReaders } from './shared-browser.fixture.ts'

const phone = { viewport: { width: 320, height: 700 } }
const edition = 'harbour-courier/2025-05-20'
/** A word that is as long as they come, in a list with notes of two directions. */
const long = 'Donaudampfschifffahrtsgesellschaftskapitän'

const visiting = await sharedBrowser()
const at = await sharedReaders()

describe('lists of a reader, on a narrow phone', { timeout: 120_000 }, () => {
  it('are made, ordered and shared by keyboard without a script, and axe finds no fault', async () => {
    const ana = await at.signedIn('ana@saltmere.example')
    const paths: string[] = []
    await visiting({ ...phone, ...ana, javaScriptEnabled: false }, async (page) => {
      const list = await madeBy(page)
      const link = (await page.locator('#link').inputValue()).split('/lists/shared/').at(-1)
      const add = `lists?story=${edition}/emoji&return=/en`
      paths.push('lists', add, `lists/${list}`, `lists/shared/${link}`, 'mine', '')
    })
    await visiting({ ...phone, ...ana }, async (page) => {
      for (const locale of ['en', 'nl', 'de', 'fr', 'es', 'ar']) {
        for (const path of paths) {
          await page.goto(`${at.origin}/${locale}${path && `/${path}`}`)
          await isSound(page, `${locale} ${path}`)
        }
      }
    })
  })
})

/** @returns the id of a list of two stories, of which the second was moved before the first */
async function madeBy(page: Page): Promise<string> {
  await page.goto(`${at.origin}/en/lists?story=${edition}/night-ferry-saved`)
  await page.locator('[name=title]').fill(long)
  await led(page, () => page.keyboard.press('Enter'))
  await page.goto(`${at.origin}/en/lists?story=${edition}/bakery-closes`)
  const put = page.getByRole('button', { name: `Add ${long}` })
  await led(page, () => put.press('Enter'))
  const on = page.getByRole('button', { name: `On it ${long}`, pressed: true })
  assert.ok(await hasFocus(on))
  await led(page, () => page.getByRole('link', { name: long }).press('Enter'))
  await page.locator('.picks input').first().fill(`${long} ${long} مرفأ`)
  const headlines = () => page.locator('.picks h3').allTextContents()
  const before = await headlines()
  const up = page.locator('.picks > li').nth(1).locator('[value^=up]')
  await led(page, () => up.press('Enter'))
  assert.deepEqual(await headlines(), before.toReversed())
  const down = page.locator('.picks > li').first().locator('[value^=down]')
  assert.ok(await hasFocus(down), 'at the top, the way down has the focus')
  await page.locator('[name=name]').fill('Ana')
  await led(page, () => page.keyboard.press('Enter'))
  assert.match((await page.locator('#done').textContent()) ?? '', /The list is shared/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Presses, and waits for the page that it leads to. */
async function led(page: Page, press: () => Promise<void>): Promise<void> {
  const there = page.waitForEvent('load')
  await press()
  await there
}

const hasFocus = (one: ReturnType<Page['locator']>) =>
  one.and(one.page().locator(':focus')).isVisible()

async function isSound(page: Page, where: string): Promise<void> {
  assert.deepEqual(await violations(page), [], where)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(width <= phone.viewport.width, `${where} is ${width} wide`)
}
