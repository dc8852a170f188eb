import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { violations } from './axe.fixture.ts'
import { sharedBrowser, sharedReaders } from './shared-browser.fixture.ts'

const desk = { viewport: { width: 1280, height: 800 } }
const phone = { viewport: { width: 320, height: 700 } }
const courier = '/en/publications/harbour-courier'
const story = `${courier}/2025-05-20/night-ferry-saved`

const visiting = await sharedBrowser()
const at = await sharedReaders()

describe('following and saving', { timeout: 120_000 }, () => {
  it('is done where the button stands, by keyboard too, and shows on the page again', async () => {
    const ana = await at.signedIn('ana@saltmere.example')
    await visiting({ ...desk, ...ana }, async (page) => {
      await page.goto(at.origin + courier)
      const follow = page.locator('.follow button').first()
      await page.locator('.follow [aria-pressed=false]').first().waitFor()
      await follow.focus()
      await told(page, '/mine', () => page.keyboard.press('Enter'))
      assert.equal(await follow.textContent(), 'Following')
      await page.reload()
      await page.locator('.follow [aria-pressed=true]').waitFor()
      assert.equal(await follow.textContent(), 'Following')
      await page.locator('.follow summary').click()
      await told(page, '/mine', () => page.locator('.follow button').nth(1).click())
      assert.equal(
        await follow.getAttribute('aria-pressed'),
        'false',
        'what is muted is not followed',
      )

      await page.goto(at.origin + story)
      const save = page.locator('.tools .save')
      await page.locator('.tools .save[aria-pressed=false]').waitFor()
      await told(page, '/saved', () => save.click())
      await page.goto(`${at.origin}/en/saved`)
      assert.equal(await page.locator('.headline').count(), 1)
    })
  })

  it('asks nothing about strangers, and leads them in', async () => {
    await visiting(desk, async (page) => {
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await page.goto(at.origin + story, { waitUntil: 'networkidle' })
      assert.ok(!asked.some((path) => path.includes('shelf.json')))
      await page.locator('.tools .save').click()
      await page.waitForURL(({ pathname }) => pathname === '/en/sign-in')
    })
  })

  it('works without a script, and says how it stands', async () => {
    const unscripted = { ...phone, javaScriptEnabled: false }
    const bo = await at.signedIn('bo@saltmere.example')
    await visiting({ ...unscripted, ...bo }, async (page) => {
      await page.goto(at.origin + courier)
      await page.locator('.follow button').first().click()
      assert.match((await page.locator('#done').textContent()) ?? '', /You follow/)
      await page.locator('.told button').click()
      assert.match((await page.locator('#done').textContent()) ?? '', /You do not follow/)
      await page.locator('.told .onward a').click()
      await page.waitForURL(({ pathname }) => pathname === courier)
      await page.goto(at.origin + story)
      await page.locator('.tools .save').click()
      assert.match((await page.locator('#done').textContent()) ?? '', /Saved/)
    })
  })

  it('leaves pages that axe finds no fault with, in every language, as narrow as they come', async () => {
    const cem = await at.signedIn('cem@saltmere.example')
    await visiting({ ...phone, ...cem }, async (page) => {
      for (const path of [courier, story]) {
        await page.goto(at.origin + path)
        await page.locator('[aria-pressed=false]').first().waitFor()
        const button = path === story ? '.tools .save' : '.follow button'
        const where = path === story ? '/saved' : '/mine'
        await told(page, where, () => page.locator(button).first().click())
      }
      await page.goto(`${at.origin}/en/history`)
      await page.locator('[value=begin]').click()
      for (const locale of ['en', 'nl', 'de', 'fr', 'es', 'ar']) {
        for (const name of ['mine', 'saved', 'history', 'bylines/ines-okafor-lund']) {
          await page.goto(`${at.origin}/${locale}/${name}`)
          assert.deepEqual(await violations(page), [], `${locale} ${name}`)
          const width = await page.evaluate(() => document.documentElement.scrollWidth)
          assert.ok(width <= phone.viewport.width, `${locale} ${name} is ${width} wide`)
        }
      }
    })
  })
})

/** Presses, and waits until the stand has kept it. */
async function told(page: Page, path: string, press: () => Promise<void>): Promise<void> {
  const kept = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.url().endsWith(path),
  )
  await press()
  await kept
}
