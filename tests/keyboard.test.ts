import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { addresses, href } from '#web'
import { nightFerry } from '../src/web/visit.fixture.ts'
import { pathsIn } from './pages.fixture.ts'
import { sharedBrowser, sharedStand } from './shared-browser.fixture.ts'

const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 900 }
const story = (locale: string) => href(addresses.story, { locale, ...nightFerry })

const visiting = await sharedBrowser()
const stand = await sharedStand()

describe('with the keyboard alone', () => {
  it('everything that can be used is reached, in the order of the page, and seen', async () => {
    const faults: string[] = []
    for (const [viewport, locale] of [
      [desktop, 'nl'],
      [phone, 'ar'],
    ] as const) {
      await visiting({ viewport }, async (page) => {
        for (const path of oneOfEach(locale)) {
          await page.goto(stand.origin + path)
          const where = `${decodeURI(path)} at ${viewport.width} px`
          faults.push(...(await faultsOfWalk(page)).map((fault) => `${where}: ${fault}`))
        }
      })
    }
    assert.deepEqual(faults, [])
  })

  it('the first link leads over the bar to the text, on every page', async () => {
    await visiting({ viewport: phone }, async (page) => {
      for (const path of oneOfEach('nl')) {
        await page.goto(stand.origin + path)
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await page.keyboard.press('Tab')
        const inText = await page.evaluate(
          () => document.activeElement?.closest('#text, .foot') !== null,
        )
        assert.ok(inText, path)
      }
    })
  })

  it('why a story is on the front page opens, and closing it gives the focus back', async () => {
    await visiting({ viewport: desktop }, async (page) => {
      await page.goto(`${stand.origin}/nl`)
      const isThere = (selector: string) =>
        page.evaluate((one) => document.activeElement?.matches(one), selector)
      for (const key of ['Enter', 'Escape']) {
        await page.locator('.why-here').nth(2).focus()
        await page.keyboard.press('Enter')
        assert.equal(await page.locator('.slip:popover-open').count(), 1)
        await page.keyboard.press('Tab')
        await page.keyboard.press('Tab')
        assert.ok(await isThere('.slip .close'), 'the way out is the second stop')
        await page.keyboard.press(key)
        assert.equal(await page.locator('.slip:popover-open').count(), 0)
        assert.ok(await isThere('.why-here'), key)
      }
    })
  })

  it('a menu opens, is walked, and gives the focus back when it closes', async () => {
    await visiting({ viewport: desktop }, async (page) => {
      await page.goto(stand.origin + story('nl'))
      for (const menu of ['languages', 'display']) {
        await page.locator(`[popovertarget=${menu}]`).focus()
        await page.keyboard.press('Enter')
        assert.ok(await page.locator(`#${menu}`).isVisible(), menu)
        await page.keyboard.press('Tab')
        assert.ok(await isFocusIn(page, `#${menu}`), `the first stop after ${menu} is in it`)
        await page.keyboard.press('Escape')
        assert.ok(!(await page.locator(`#${menu}`).isVisible()), `${menu} closes`)
        assert.ok(await isFocusIn(page, `[popovertarget=${menu}]`), `${menu} gives focus back`)
      }
    })
  })

  it('a language is chosen in its menu, and the page says itself in it', async () => {
    await visiting({ viewport: phone }, async (page) => {
      await page.goto(stand.origin + story('nl'))
      await page.locator('[popovertarget=languages]').focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${story('en')}`)
      assert.equal(await page.locator('html').getAttribute('lang'), 'en')
    })
  })
})

describe('a reader who wants stillness', () => {
  it('is shown nothing that moves', async () => {
    const options = { viewport: phone, reducedMotion: 'reduce' } as const
    await visiting(options, async (page) => {
      for (const path of oneOfEach('nl')) {
        await page.goto(stand.origin + path)
        assert.deepEqual(await page.evaluate(moving), [], path)
      }
    })
  })
})

describe('without script', () => {
  it('every page says the same and leads to the same places', async () => {
    const said = async (javaScriptEnabled: boolean) => {
      const pages: Readonly<Record<'path' | 'text' | 'links', string>>[] = []
      await visiting({ viewport: desktop, javaScriptEnabled }, async (page) => {
        for (const path of oneOfEach('nl')) {
          await page.goto(stand.origin + path)
          const links = await page
            .locator('main a:visible')
            .evaluateAll((all) => all.map((one) => one.getAttribute('href')).join('\n'))
          pages.push({ path, text: await page.evaluate(textApartFromButtons), links })
        }
      })
      return pages
    }
    assert.deepEqual(await said(false), await said(true))
  })
})

/** The pages of the stand, without stories that differ only in what they tell. */
const oneOfEach = (locale: string) =>
  pathsIn(locale).filter((path) => !/emoji|pilots|bakery/.test(path))

const isFocusIn = (page: Page, place: string) =>
  page.evaluate((selector) => document.activeElement?.closest(selector) !== null, place)

/** In the browser: what the page says, apart from buttons and what else stands only where there is a script. */
function textApartFromButtons(): string {
  for (const one of document.querySelectorAll('main :is(button, .scripted, .unscripted)'))
    one.remove()
  return document.querySelector('main')?.innerText.replaceAll(/\s+/g, ' ') ?? ''
}

/** More stops than any page has. */
const mostStops = 400

/** Goes through a whole page with Tab, and tells what is wrong on the way. */
async function faultsOfWalk(page: Page): Promise<string[]> {
  const faults: string[] = []
  const wanted = await page.evaluate(markStops)
  const reached: number[] = []
  while (reached.length < mostStops) {
    await page.keyboard.press('Tab')
    const { stop, fault } = await page.evaluate(lookAtFocus)
    // After the last stop comes the browser's own, or the first again.
    if (stop === null || stop === reached[0]) break
    reached.push(stop)
    if (fault !== '') faults.push(fault)
  }
  const missed = wanted.filter((_, at) => !reached.includes(at))
  if (missed.length > 0) faults.push(`not reached: ${missed.join(', ')}`)
  const ordered = reached.every((stop, at) => stop >= (reached[at - 1] ?? -1))
  if (!ordered) faults.push(`jumps about: ${reached.join(' ')}`)
  return faults
}

/** In the browser: numbers everything that must be reached, and names it. */
function markStops(): string[] {
  const usable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
  const radios = new Set<string>()
  const all = [...document.querySelectorAll<HTMLElement>(usable)].filter((one) => {
    if (!one.checkVisibility({ visibilityProperty: true }) || one.matches(':disabled')) return false
    if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true
    // Of a group of these, one is a stop; arrows go on from there.
    const isFirst = !radios.has(one.name)
    radios.add(one.name)
    return isFirst
  })
  return all.map((one, at) => {
    one.dataset.stop = String(at)
    return `${one.tagName.toLowerCase()} "${(one.textContent ?? '').trim().slice(0, 30)}"`
  })
}

/** In the browser: where the focus is, null at the end of the page, and whether it is seen. */
function lookAtFocus(): { stop: number | null; fault: string } {
  const one = document.activeElement
  if (!(one instanceof HTMLElement) || one === document.body) return { stop: null, fault: '' }
  const name = `${one.tagName.toLowerCase()}.${one.className} "${(one.textContent ?? '').trim().slice(0, 30)}"`
  const stop = Number(one.dataset.stop ?? -1)
  if (stop < 0) return { stop, fault: `stops at ${name}` }
  const ringed = [one, one.closest('label'), one.querySelector(':scope > *')].some((place) => {
    if (place === null) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(place)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
  })
  if (!ringed) return { stop, fault: `no ring around ${name}` }
  // A link over two lines is where its first line is.
  const [line] = one.getClientRects()
  const box = line ?? one.getBoundingClientRect()
  const across = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1)
  const down = box.top + box.height / 2
  if (box.width < 1 || down < 0 || down > innerHeight) {
    return { stop, fault: `out of sight: ${name}` }
  }
  const top = document.elementFromPoint(across, down)
  const covered = top !== null && !one.contains(top) && !top.contains(one)
  return { stop, fault: covered ? `${name} is under ${top.tagName}.${top.className}` : '' }
}

/** In the browser: what takes time to change. */
function moving(): string[] {
  const slow = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0.001)
  const found = [...document.querySelectorAll('*')].filter((one) => {
    const { transitionDuration, animationName, animationDuration, scrollBehavior } =
      getComputedStyle(one)
    const animated = animationName !== 'none' && slow(animationDuration)
    return slow(transitionDuration) || animated || scrollBehavior === 'smooth'
  })
  return [...new Set(found.map((one) => `${one.tagName.toLowerCase()}.${one.className}`))]
}
