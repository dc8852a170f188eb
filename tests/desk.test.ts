import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { violations } from './axe.fixture.ts'
import { sharedBrowser, sharedReaders } from './shared-browser.fixture.ts'

const visiting = await sharedBrowser()
const at = await sharedReaders()
const ana = await at.signedIn('ana@saltmere.example')
const { accounts, clock } = at.readers
const reader = await accounts.readers.byAddress('ana@saltmere.example')
await accounts.readers.giveRole(reader?.id ?? '', { kind: 'operator' }, clock())

async function atDesk(script: boolean, visit: (page: Page) => Promise<void>): Promise<void> {
  const desktop = { viewport: { width: 1280, height: 900 }, locale: 'en' }
  await visiting({ ...desktop, ...ana, javaScriptEnabled: script }, async (page) => {
    await page.goto(`${at.origin}/desk/collections/still-water`)
    await visit(page)
  })
}

const order = async () => {
  const one = await at.stand.needs.collectionDesk.byId('still-water')
  return one?.chosen.map(({ storyId }) => storyId.split('/').at(-1)).join(' ')
}
const pilots = 'harbour-courier/2025-05-20/pilots-wait-for-fog'

describe('the editors’ desk in a browser', { timeout: 120_000 }, () => {
  it('moves stories with the keyboard alone, without a script too', async () => {
    for (const script of [true, false]) {
      await atDesk(script, async (page) => {
        assert.equal(await order(), 'pilots-wait-for-fog bakery-closes')
        await page.locator('[value^="down"]').first().focus()
        await page.keyboard.press('Enter')
        await page.waitForURL(/at=down/)
        assert.equal(await order(), 'bakery-closes pilots-wait-for-fog')
        // A browser may give the focus after it said that the page is loaded.
        await page.locator(`[value="up ${pilots}"]:focus`).waitFor()
        await page.keyboard.press('Enter')
        await page.waitForURL(/at=up/)
        assert.equal(await order(), 'pilots-wait-for-fog bakery-closes')
      })
    }
  })

  it('moves a story that is dragged by its handle, and loses nothing that was typed', async () => {
    await atDesk(true, async (page) => {
      await page.locator('.grip[draggable=true]').first().waitFor()
      await page.fill('#field-title', 'Stiller water')
      const from = await page.locator('.grip').first().boundingBox()
      const to = await page.locator('.picks > li').nth(1).boundingBox()
      assert.ok(from && to)
      await page.mouse.move(from.x + 8, from.y + 8)
      await page.mouse.down()
      await page.mouse.move(from.x + 12, from.y + 30, { steps: 4 })
      await page.mouse.move(to.x + 60, to.y + to.height - 6, { steps: 8 })
      await page.mouse.up()
      await page.waitForURL(/done=saved/)
      assert.equal(await order(), 'bakery-closes pilots-wait-for-fog')
      assert.equal(await page.inputValue('#field-title'), 'Stiller water')
      assert.deepEqual(await violations(page), [])
    })
  })

  it('adds what a headline’s words found, and says what is missing', async () => {
    await atDesk(true, async (page) => {
      await page.fill('#field-find', 'committee')
      await page.keyboard.press('Enter')
      await page.locator('.found input').first().check()
      await page.click('[value=add]')
      await page.locator('#field-new-reason-error').waitFor()
      assert.ok(await page.locator('.found input').first().isChecked())
      assert.deepEqual(await violations(page), [])
      await page.fill('#field-new-reason', 'For its length.')
      await page.click('[value=add]')
      await page.waitForURL(/done=saved/)
      assert.equal(await order(), 'bakery-closes pilots-wait-for-fog long-headline')
    })
  })
})
