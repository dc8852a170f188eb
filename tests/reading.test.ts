import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { addresses, href } from '../src/web/addresses.ts'
import { presets } from '../src/web/islands/reading-choices.ts'
import { nightFerry } from '../src/web/visit.fixture.ts'
import { violations } from './axe.fixture.ts'
import { layoutShift } from './browser.fixture.ts'
import { sharedBrowser, sharedStand } from './shared-browser.fixture.ts'

const phone = { viewport: { width: 390, height: 844 } }
const narrow = { viewport: { width: 320, height: 640 } }
const desk = { viewport: { width: 1280, height: 900 } }

const locales = ['en', 'nl', 'de', 'fr', 'es', 'ar']
const most = 'size-300 line-3 letter-2 word-2 paragraph-2 face-dyslexic align-justify'

const ferry = (locale: string) => href(addresses.story, { locale, ...nightFerry })
const inArabic = (locale: string) =>
  href(addresses.story, {
    locale,
    publication: 'marfa-alsabah',
    edition: '2025-05-18',
    story: 'خياطة-الضوء',
  })

const visiting = await sharedBrowser()
const stand = await sharedStand()

describe('reading settings', () => {
  it('are set with the keyboard alone, live, and give the focus back', async () => {
    await on(desk, ferry('nl'), async (page) => {
      const before = await sizeOf(page)
      await page.locator(opener).focus()
      await page.keyboard.press('Enter')
      await page.locator('#reading-sheet').waitFor({ state: 'visible' })
      assert.equal(await page.locator(':focus').getAttribute('name'), 'size')
      await page.keyboard.press('ArrowRight')
      assert.equal(await sizeOf(page), around(before * 1.15))
      assert.equal(await page.locator('output[for=reading-size]').textContent(), '115%')
      assert.equal(await page.locator(':focus').getAttribute('aria-valuetext'), '115%')
      assert.equal(await page.locator(opener).getAttribute('aria-expanded'), 'true')
      await page.keyboard.press('Escape')
      assert.equal(await page.locator('#reading-sheet').isVisible(), false)
      // A browser tells of a closed sheet a moment later.
      await page.locator(':focus[aria-expanded=false]').waitFor()
    })
  })

  it('stay for the next page and the next visit, until all is reset', async () => {
    await on(phone, ferry('nl'), async (page) => {
      const before = await sizeOf(page)
      await open(page)
      await page.getByRole('button', { name: 'Grote letters' }).click()
      await page.getByRole('radio', { name: 'Schreefloos' }).check()
      await page.locator('#reading-sheet').getByRole('radio', { name: 'Sepia' }).check()
      await page.goto(stand.origin + inArabic('ar'))
      await page.goto(stand.origin + ferry('nl'))
      assert.equal(await sizeOf(page), around(before * 1.3))
      assert.match(await fontOf(page), /^system-ui/)
      assert.deepEqual(await htmlOf(page), [`size-130 face-sans ${spacing}`, 'sepia'])
      await open(page)
      await page.getByRole('button', { name: 'Alles weer gewoon' }).click()
      assert.deepEqual(await htmlOf(page), ['', 'system'])
      assert.equal(await sizeOf(page), before)
      await page.reload()
      assert.equal(await sizeOf(page), before)
    })
  })

  it('justify only where words may be parted', async () => {
    await on(phone, ferry('nl'), async (page) => {
      await open(page)
      const aligned = () => page.locator('.text > p').first().evaluate(alignment)
      await page.getByLabel('Woorden afbreken').uncheck()
      await page.getByLabel('Uitgevuld').check()
      assert.equal(await page.getByLabel('Woorden afbreken').isChecked(), true)
      assert.equal(await aligned(), 'justify')
      await page.getByLabel('Woorden afbreken').uncheck()
      assert.equal(await page.getByLabel('Vrije regelval').isChecked(), true)
      assert.notEqual(await aligned(), 'justify')
    })
  })

  it('have smaller and larger letters always in reach, as far as there are any', async () => {
    await on(phone, ferry('en'), async (page) => {
      const larger = page.getByRole('button', { name: 'Larger text' })
      const { y = 0 } = (await larger.boundingBox()) ?? {}
      assert.ok(y > 780, `the bar is at ${y}`)
      const before = await sizeOf(page)
      for (let press = 0; press < 12; press += 1) await larger.click({ force: true })
      assert.equal(await sizeOf(page), before * 3)
      assert.equal(await larger.getAttribute('aria-disabled'), 'true')
      assert.equal(await page.locator('[data-island=reading] .done').textContent(), '300%')
      await page.getByRole('button', { name: 'Smaller text' }).click()
      assert.equal(await sizeOf(page), before * 2.5)
    })
  })

  it('say so when they do not come, and come when asked again', async () => {
    await on(phone, ferry('en'), async (page) => {
      await page.route('**/en/reading', (route) => route.abort(), { times: 1 })
      await page.locator(opener).click()
      await page.getByText('The settings did not arrive.').waitFor()
      await open(page)
    })
  })

  it('are nothing where somebody else wrote into what is kept', async () => {
    const hostile = [
      'size-9999',
      '"><script>',
      '{"size":3}',
      'face-evil',
      'size-300;x',
      'x'.repeat(9e5),
    ]
    for (const words of hostile) {
      await on(phone, ferry('nl'), async (page) => {
        const faults: string[] = []
        page.on('pageerror', ({ message }) => faults.push(message))
        const before = await sizeOf(page)
        await page.evaluate((text) => localStorage.setItem('reading', text), words)
        await page.reload()
        assert.equal(await sizeOf(page), before, words.slice(0, 20))
        await open(page)
        assert.equal(await page.locator('[name=size]').inputValue(), '2')
        assert.deepEqual(faults, [])
      })
    }
  })

  it('stand on a page of their own, which changes what stories will look like', async () => {
    await on(phone, '/nl/reading', async (page) => {
      await page.getByRole('button', { name: 'Bij dyslexie' }).click()
      await page.goto(stand.origin + ferry('nl'))
      assert.match(await fontOf(page), /^"For dyslexia"/)
      assert.deepEqual(await violations(page), [])
    })
    await on({ ...phone, javaScriptEnabled: false }, '/nl/reading', async (page) => {
      assert.equal(await page.getByText('Zonder scripts valt hier niets').isVisible(), true)
      assert.equal(await page.locator('#reading-settings').isVisible(), false)
    })
    await on({ ...phone, javaScriptEnabled: false }, ferry('nl'), async (page) => {
      // Listening is a link then, and stays.
      assert.equal(await page.locator(opener).isVisible(), false)
    })
  })
})

describe('a page set as its reader wants it', () => {
  it('moves nothing by itself, in any preset', async () => {
    for (const words of [...Object.values(presets), most]) {
      for (const path of [ferry('nl'), inArabic('ar')]) {
        await on(phone, path, async (page) => {
          await page.evaluate((text) => localStorage.setItem('reading', text), words)
          await page.reload()
          await page.evaluate(fontsAreThere)
          await afterPaint(page)
          assert.equal(await page.evaluate(layoutShift), 0, `${words} on ${decodeURI(path)}`)
        })
      }
    }
  })

  it('is in the face that was chosen, also letters of other languages and in bold', async () => {
    await on(phone, ferry('nl'), async (page) => {
      for (const face of ['own', 'hyperlegible', 'dyslexic'] as const) {
        await page.evaluate((text) => localStorage.setItem('reading', text), `face-${face}`)
        await page.reload()
        await page.evaluate(() => {
          const text = document.querySelector('.text')
          for (const name of ['b', 'em', 'span']) {
            const one = document.createElement(name)
            one.className = 'probe'
            one.textContent = 'Łódź, größer'
            text?.append(one)
          }
        })
        await page.evaluate(fontsAreThere)
        const early = page.locator('head > link[rel=preload]:not([href*=newsreader])')
        const wanted = { own: 0, hyperlegible: 1, dyslexic: 2 }[face]
        assert.equal(await early.count(), wanted, `${face} is asked for at once`)
        for (const fonts of await fontsOf(page, '.probe')) {
          assert.deepEqual(fonts, [true], face)
        }
      }
    })
  })

  it('keeps to a screen of 320 px at 300 % with every space, in six languages, sheet and all', async () => {
    for (const locale of locales) {
      await on(narrow, '/en', async (page) => {
        await page.evaluate((text) => localStorage.setItem('reading', text), most)
        const long = href(addresses.story, { locale, ...nightFerry, story: 'long-headline' })
        for (const path of [long, inArabic(locale), `/${locale}/reading`]) {
          await page.goto(stand.origin + path)
          await page.evaluate(() => document.fonts.ready)
          assert.equal(await page.evaluate(widest), 320, decodeURI(path))
        }
        await page.goto(stand.origin + ferry(locale))
        await open(page)
        assert.equal(await page.evaluate(widest), 320, `${locale}, open`)
        const inside = await page.locator('#reading-sheet').evaluate((one) => one.scrollWidth)
        assert.ok(inside <= 320, `the sheet in ${locale} is ${inside} px wide`)
      })
    }
  })

  it('has no fault that axe can find with the sheet open, in any theme', async () => {
    for (const [options, path] of [
      [phone, ferry('nl')],
      [desk, inArabic('ar')],
    ] as const) {
      await on(options, path, async (page) => {
        await open(page)
        for (const theme of ['light', 'dark', 'contrast', 'sepia']) {
          await page.locator(`#reading-sheet [value=${theme}]`).check()
          assert.deepEqual(await violations(page), [], `${decodeURI(path)} in ${theme}`)
        }
      })
    }
  })
})

const opener = '[data-island=reading] > [aria-haspopup=dialog]'
const spacing = 'line-2 letter-2 word-2 paragraph-2'

async function open(page: Page): Promise<void> {
  await page.locator(opener).click()
  await page.locator('#reading-sheet').waitFor({ state: 'visible' })
}

const on = (options: BrowserContextOptions, path: string, see: (page: Page) => Promise<void>) =>
  visiting(options, async (page) => {
    await page.goto(stand.origin + path)
    await see(page)
  })

const sizeOf = (page: Page) =>
  page
    .locator('.text')
    .first()
    .evaluate((one) => Math.round(Number.parseFloat(getComputedStyle(one).fontSize) * 1e3) / 1e3)

/** A thousandth of a pixel is the browser's own. */
const around = (size: number) => Math.round(size * 1e3) / 1e3

const fontOf = (page: Page) =>
  page
    .locator('.text')
    .first()
    .evaluate((one) => getComputedStyle(one).fontFamily)

const htmlOf = (page: Page) =>
  page.locator('html').evaluate(({ dataset }) => [dataset.reading, dataset.theme])

const alignment = (one: Element) => getComputedStyle(one).textAlign

/** In the browser: how wide the page is, and all that does not scroll by itself. */
const widest = () => document.documentElement.scrollWidth

/** Loads the page again, of whose scripts those that are files come after it was painted. */
async function afterPaint(page: Page): Promise<void> {
  const painted = Promise.withResolvers<void>()
  await page.route('**/*.js', async (route) => {
    await painted.promise
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length)
  painted.resolve()
  await page.waitForLoadState('networkidle')
  await page.evaluate(fontsAreThere)
}

/** In the browser: what was laid out has asked for its fonts, and has them. */
async function fontsAreThere(): Promise<void> {
  for (let look = 0; look < 3; look += 1) {
    await new Promise((seen) => requestAnimationFrame(() => setTimeout(seen)))
    await document.fonts.ready
  }
}

/** Of each of these elements whether all its letters come from fonts of the stand. */
async function fontsOf(page: Page, selector: string): Promise<boolean[][]> {
  const tools = await page.context().newCDPSession(page)
  await tools.send('DOM.enable')
  await tools.send('CSS.enable')
  const { root } = await tools.send('DOM.getDocument')
  const { nodeIds } = await tools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector })
  const all = nodeIds.map((nodeId) => tools.send('CSS.getPlatformFontsForNode', { nodeId }))
  return (await Promise.all(all)).map(({ fonts }) => [
    ...new Set(fonts.map(({ isCustomFont }) => isCustomFont)),
  ])
}
