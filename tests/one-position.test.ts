import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { stories } from '../src/web/stories.fixture.ts'
import { violations } from './axe.fixture.ts'
import { openSpokenStand } from './narration.fixture.ts'
import { sharedBrowser, sharedReaders } from './shared-browser.fixture.ts'

const desk = { viewport: { width: 1280, height: 700 } }
const phone = { viewport: { width: 390, height: 844 } }
const edition = '/en/publications/harbour-courier/2025-05-20'
/** The longest story that is open to all. */
const story = `${edition}/open-ferry`

const visiting = await sharedBrowser()
const [ferry] = stories
assert.ok(ferry)
const open = { ...ferry, slug: 'open-ferry', door: 'open' } as const
const spoken = await openSpokenStand()
after(() => spoken[Symbol.asyncDispose]())
const at = await sharedReaders({
  stories: [open, ...stories],
  changed: { narrator: spoken.narrator },
})

describe('one position for reading and listening', { timeout: 120_000 }, () => {
  it('is where the reader stopped reading, in this browser, and leads to the beginning', async () => {
    await visiting(desk, async (page) => {
      await page.goto(at.origin + story)
      const block = await scrollTo(page, 6)
      await page.waitForFunction(() => localStorage.getItem('places') !== null)
      await page.goto(at.origin + edition)
      await page.goto(at.origin + story)
      await page.locator('.was-here', { hasText: 'You were here.' }).waitFor()
      assert.ok(await isAtTop(page, block), 'the page goes on there')
      await page.click('.was-here button')
      assert.equal(await page.evaluate(() => scrollY), 0)
      await page.goto(at.origin + edition)
      await page.goto(`${at.origin + story}#${block}`)
      assert.equal(await page.locator('.was-here').count(), 0, 'an address says where itself')
    })
  })

  it('goes from one device to another, from listening to both', async () => {
    const ana = await at.signedIn('ana@saltmere.example')
    let block = ''
    await visiting({ ...desk, ...ana }, async (page) => {
      await page.goto(at.origin + story)
      await page.click('.tool.listen')
      await isPlaying(page)
      for (let times = 0; times < 8; times += 1) await page.keyboard.press('l')
      await page.waitForFunction(() => {
        const range = [...(CSS.highlights.get('spoken-word') ?? [])][0]
        return range?.startContainer.parentElement?.closest('.text > :nth-child(n + 6)')
      })
      block = await page.evaluate(() => {
        const [range] = CSS.highlights.get('spoken-word') ?? []
        return range?.startContainer.parentElement?.closest('.text > [id]')?.id ?? ''
      })
      const kept = page.waitForResponse((answer) => answer.url().includes('/account/places'))
      await page.keyboard.press('k')
      await kept
    })
    await visiting({ ...phone, ...ana }, async (page) => {
      await page.goto(at.origin + story)
      await page.locator('.was-here').waitFor()
      assert.ok(await isAtTop(page, block), `reading goes on at ${block}`)
      await page.click('.tool.listen')
      await page.waitForFunction((id) => {
        const [range] = CSS.highlights.get('spoken-word') ?? []
        return range?.startContainer.parentElement?.closest('.text > [id]')?.id === id
      }, block)
    })
  })
})

describe('the queue', { timeout: 120_000 }, () => {
  it('of a stranger is kept in the browser, and moves to the account', async () => {
    await visiting(desk, async (page) => {
      await page.goto(at.origin + edition)
      await page.click('.hear button')
      await isPlaying(page)
      await page.goto(`${at.origin}/en/queue`)
      const titles = () => page.locator('.queued h2').allTextContents()
      const before = await titles()
      assert.ok(before.length > 4)
      await page.click('.queued li:nth-child(2) [value=up]')
      await page.click('.queued li:last-child [value=remove]')
      await page.reload()
      const [first, second, ...others] = before
      assert.deepEqual(await titles(), [second, first, ...others.slice(0, -1)])
      assert.deepEqual(await violations(page), [])
      const { storageState: bo } = await at.signedIn('bo@saltmere.example')
      await page.context().addCookies(bo.cookies)
      await page.goto(at.origin + story)
      await page.waitForFunction(() => localStorage.getItem('queue') === null)
      await page.goto(`${at.origin}/en/queue`)
      assert.deepEqual(await titles(), [second, first, ...others.slice(0, -1)])
    })
  })

  it('of a reader is changed with a script and without', async () => {
    const cem = await at.signedIn('cem@saltmere.example')
    const titles = (page: Page) => page.locator('.queued h2').allTextContents()
    await visiting({ ...desk, ...cem, javaScriptEnabled: false }, async (page) => {
      await page.goto(at.origin + edition)
      await page.click('.hear button')
      await page.waitForURL(({ pathname }) => pathname === '/en/queue')
      const [first, second] = await titles(page)
      await page.click('.queued li:first-child [value=down]')
      assert.deepEqual((await titles(page)).slice(0, 2), [second, first])
    })
    await visiting({ ...desk, ...cem }, async (page) => {
      await page.goto(`${at.origin}/en/queue`)
      const [first, second, third] = await titles(page)
      const sent = page.waitForResponse((answer) => answer.request().method() === 'POST')
      await page
        .locator('.queued li')
        .nth(2)
        .dragTo(page.locator('.queued li').first(), {
          targetPosition: { x: 20, y: 4 },
        })
      assert.equal((await sent).status(), 204)
      await page.reload()
      assert.deepEqual((await titles(page)).slice(0, 3), [third, first, second])
      await page.click('.clear button')
      await page.locator('.nothing').waitFor()
      assert.deepEqual(await violations(page), [])
      await page.reload()
      await page.locator('.nothing').waitFor()
    })
  })
})

/** Scrolls as a reader does; gives the block that is then at the top. */
async function scrollTo(page: Page, index: number): Promise<string> {
  return page.evaluate((wanted) => {
    const block = document.querySelectorAll('.text > [id]')[wanted]
    if (!block) throw new Error('The story is too short')
    scrollBy({ top: block.getBoundingClientRect().top - innerHeight * 0.15, behavior: 'instant' })
    return block.id
  }, index)
}

function isAtTop(page: Page, block: string): Promise<boolean> {
  return page.evaluate((id) => {
    const { top, bottom } = document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect()
    return bottom > 0 && top < innerHeight * 0.4
  }, block)
}

async function isPlaying(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const audio = document.querySelector('audio')
    const total = Number(document.querySelector<HTMLInputElement>('.position')?.max)
    return audio !== null && !audio.paused && audio.currentTime > 0.1 && total > 0
  })
}
