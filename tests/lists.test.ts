import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { browserOf, signIn } from '../src/web/reader/browser.fixture.ts'
import { type OpenReaders, openReaders } from '../src/web/reader/readers.fixture.ts'
import { type Stand, standWith } from '../src/web/stand.fixture.ts'
import { violations } from './axe.fixture.ts'
import { launched, type Served, served, visiting } from './browser.fixture.ts'

const phone = { viewport: { width: 320, height: 700 } }
const edition = 'harbour-courier/2025-05-20'
/** A word that is as long as they come, in a list with notes of two directions. */
const long = 'Donaudampfschifffahrtsgesellschaftskapitän'

let browser: Browser
let stand: Stand
let at: Served
let readers: OpenReaders

before(async () => {
  readers = await openReaders()
  const { accounts, clock } = readers
  const settings = { publicUrl: new URL('http://127.0.0.1') }
  stand = standWith({ settings, changed: { accounts, clock } })
  at = await served(stand)
  browser = await launched()
})

after(async () => {
  await browser?.close()
  at?.server.close()
  await readers?.[Symbol.asyncDispose]()
})

describe('lists of a reader, on a narrow phone', { timeout: 120_000 }, () => {
  it('are made, ordered and shared by keyboard without a script, and axe finds no fault', async () => {
    const browserless = browserOf(stand)
    await signIn(browserless, readers, { address: 'ana@saltmere.example' })
    const cookies = [...browserless.kept].map(([name, value]) => ({ name, value, url: at.origin }))
    const visited = (options: BrowserContextOptions, see: (page: Page) => Promise<void>) =>
      visiting(browser, options, async (page) => {
        await page.context().addCookies(cookies)
        await see(page)
      })
    const paths: string[] = []
    await visited({ ...phone, javaScriptEnabled: false }, async (page) => {
      const list = await madeBy(page)
      const link = (await page.locator('#link').inputValue()).split('/lists/shared/').at(-1)
      const add = `lists?story=${edition}/emoji&return=/en`
      paths.push('lists', add, `lists/${list}`, `lists/shared/${link}`, 'mine', '')
    })
    await visited(phone, async (page) => {
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
