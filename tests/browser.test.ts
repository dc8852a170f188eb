import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stillWater } from '../src/web/collections.fixture.ts'
import { stories } from '../src/web/stories.fixture.ts'
import { faultBook, violations, violationsOfColour } from './axe.fixture.ts'
import { bytesOf, layoutShift } from './browser.fixture.ts'
import { brokenStand, pathsIn, unlistedPages } from './pages.fixture.ts'
import { openedStand, sharedBrowser, sharedStand } from './shared-browser.fixture.ts'

const courier = '/publications/harbour-courier'
const night = `${courier}/2025-05-20/night-ferry-saved`
const phone = { width: 390, height: 844 }
const tablet = { width: 820, height: 1180 }
const desktop = { width: 1280, height: 900 }

const visiting = await sharedBrowser()
const full = await sharedStand({ settings: { pseudoLocales: true } })
const empty = await sharedStand({ stories: [] })
const broken = await openedStand(brokenStand())

describe('every page, in a browser', () => {
  it('is in the table that these tests walk', () => assert.deepEqual(unlistedPages(), []))
  it('is accessible in Dutch, by light and in the dark, on three screens', () => isAccessible('nl'))
  it('is accessible in Arabic, by light and in the dark, on three screens', () =>
    isAccessible('ar'))

  it('is accessible in the themes that a reader chooses', async () => {
    const faults = faultBook()
    await visiting({ viewport: phone }, async (page) => {
      for (const path of ['/nl', `/nl${night}`, '/ar', `/ar${night}`]) {
        await page.goto(full.origin + path)
        for (const theme of ['sepia', 'contrast']) {
          await page.evaluate(
            (name) => document.documentElement.setAttribute('data-theme', name),
            theme,
          )
          faults.note(await violations(page), `${path} in ${theme}`)
        }
      }
    })
    faults.isEmpty()
  })

  it('needs no sideways scrolling on the narrowest screen, in pseudo-locales neither', async () => {
    await visiting({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const locale of ['en', 'nl', 'ar', 'en-XA', 'ar-XB']) {
        for (const path of pathsIn(locale)) {
          await page.goto(full.origin + path)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth)
          assert.ok(wide <= 320, `${path} is ${wide} px wide`)
        }
      }
    })
  })

  it('scrolls a table that is too wide, and breaks no word of it', async () => {
    await visiting({ viewport: phone }, async (page) => {
      await page.goto(`${full.origin}/en${courier}/2025-05-20/long-headline`)
      const cell = page.locator('.text th').first()
      await cell.evaluate((one) => {
        one.textContent = 'Waterstaatswerken'
        const crowd = [...Array(6)].map(() =>
          Object.assign(document.createElement('th'), {
            textContent: 'Committees',
          }),
        )
        one.after(...crowd)
      })
      const lines = await cell.evaluate((one) => {
        const range = document.createRange()
        range.selectNodeContents(one)
        return range.getClientRects().length
      })
      assert.equal(lines, 1)
    })
  })

  it('says nothing in its own words: in a pseudo-locale all interface text is disguised', async () => {
    const plain = new Set<string>()
    await visiting({ viewport: desktop }, async (page) => {
      for (const path of pathsIn('en-XA')) {
        await page.goto(full.origin + path)
        for (const text of await page.evaluate(interfaceText)) {
          const own = asTheyAre.reduce<string>((left, part) => left.replaceAll(part, ''), text)
          if (/[a-zA-Z]{2,}/.test(own.replaceAll(byIntl, ''))) plain.add(text)
        }
      }
    })
    assert.deepEqual([...plain], [])
  })

  it('asks nobody else for anything, and is content with its own policy', async () => {
    await visiting({ viewport: desktop }, async (page) => {
      const strange: string[] = []
      page.on('request', (request) => {
        if (!request.url().startsWith(full.origin)) strange.push(request.url())
      })
      page.on('console', (message) => {
        if (message.type() === 'error') strange.push(message.text())
      })
      for (const path of pathsIn('nl')) {
        const answer = await page.goto(full.origin + path, { waitUntil: 'load' })
        // A browser complains of a page that is not there, and is right.
        if (answer?.ok() === false) strange.pop()
      }
      assert.deepEqual(strange, [])
    })
  })
})

describe('reading', () => {
  it('needs no script: from the front page to a story, another story, another language', async () => {
    await visiting({ viewport: phone, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${full.origin}/en`)
      await page.getByRole('link', { name: 'Night ferry saved' }).first().click()
      assert.equal(await page.getByText('There are four such men').count(), 0)
      assert.match(String(await page.locator('.text').textContent()), /For eleven winters/)
      await page.getByRole('link', { name: 'The bakery that never closes' }).first().click()
      assert.match(String(await page.locator('.text').textContent()), /the gulls/)
      await page.getByRole('link', { name: 'العربية' }).click()
      await page.waitForURL(/\/ar\/publications\/harbour-courier\/2025-05-20\/bakery-closes$/)
      assert.equal(await page.locator('html').getAttribute('dir'), 'rtl')
    })
  })

  it('begins at the text with the first link a keyboard reaches', async () => {
    await visiting({ viewport: desktop }, async (page) => {
      await page.goto(`${full.origin}/nl${courier}/2025-05-20/night-ferry-saved`)
      await page.keyboard.press('Tab')
      const link = page.locator(':focus')
      assert.equal(await link.textContent(), 'Meteen naar de tekst')
      assert.equal(await link.getAttribute('href'), '#text')
      const box = await link.boundingBox()
      assert.ok(box && box.height >= 24 && box.width >= 24)
    })
  })

  it('shows its pictures', async () => {
    await visiting({ viewport: phone }, async (page) => {
      await page.goto(`${full.origin}/en${courier}/2025-05-20/night-ferry-saved`)
      const width = await page.locator('.text img').evaluate(async (image: HTMLImageElement) => {
        await image.decode()
        return image.naturalWidth
      })
      assert.ok(width > 0)
    })
  })

  it('sets a headline in the letters of its own language, also on a page in another', async () => {
    await visiting({ viewport: phone }, async (page) => {
      await page.goto(`${full.origin}/ar${courier}/2025-05-20/night-ferry-saved`)
      const title = page.locator('h1')
      for (const language of ['en', 'nb', 'pl']) {
        await title.evaluate((one, lang) => one.setAttribute('lang', lang), language)
        const fonts = await title.evaluate((one) => getComputedStyle(one).fontFamily)
        assert.match(fonts, /^"?Newsreader/, language)
      }
      await title.evaluate((one) => one.setAttribute('lang', 'ar'))
      assert.match(await title.evaluate((one) => getComputedStyle(one).fontFamily), /^"?Noto Naskh/)
    })
  })

  it('moves nothing when the font arrives after the text was shown without it', async () => {
    await visiting({ viewport: phone }, async (page) => {
      const shown = Promise.withResolvers<void>()
      await page.route('**/*.woff2', async (route) => {
        await shown.promise
        await route.continue()
      })
      await page.goto(`${full.origin}/en${courier}/2025-05-20/long-headline`, {
        waitUntil: 'commit',
      })
      await page.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint').length,
      )
      // Longer than the moment for which a browser holds text back in the hope of its font.
      await page.waitForTimeout(500)
      shown.resolve()
      await page.waitForFunction(() => document.fonts.check('1em Newsreader'))
      await page.waitForTimeout(300)
      const shift = await page.evaluate(layoutShift)
      assert.ok(shift < 0.05, `moved by ${shift}`)
    })
  })

  it('costs a first visit at most 90 kB, fonts included and pictures left out', async () => {
    await visiting({ viewport: phone }, async (page) => {
      const bytes = await bytesOf(page, `${full.origin}/nl${courier}/2025-05-20/night-ferry-saved`)
      assert.ok(bytes > 30_000 && bytes <= 90_000, `${bytes} bytes`)
    })
  })
})

/** In the browser: all text that says that it is in the page's own language. */
function interfaceText(): string[] {
  const own = document.documentElement.lang
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  while (texts.nextNode()) {
    const around = texts.currentNode.parentElement
    if (around?.closest('[lang]')?.getAttribute('lang') !== own) continue
    if (around.closest('script, style, bdi, option') === null) {
      found.push(texts.currentNode.textContent ?? '')
    }
  }
  return found
}

/** What is called the same in every language. */
const asTheyAre: readonly (string | RegExp)[] = [
  /[\u2066-\u2069]/g,
  /https?:\S+|[\w-]+\.example/g,
  // A citation is one sentence, in which a headline is quoted and names are given.
  ...stories.flatMap(({ headline, bylines = [] }) => [`~${headline}”`, ...bylines]),
  /The Harbour Courier|Polder & Plan|The Corner Stand|Kiosk|AGPL|CSL-JSON|RIS|WCAG|AA|axe|Accented/g,
  // Who chose the stories of a collection.
  stillWater.editor,
  // What was probably meant by a question.
  /~ferry\?/g,
  // An engine that translates, and a key.
  /\bShouter\b|\bEsc\b/g,
  // Names of cookies and of what a browser keeps.
  /\b(?:locale|theme)\b|“~*(?:session|reader|asked|provider|gift|checkout|meter|places|queue|listening|read-in|search-slash|reading(?:-\w+)?)”|\bStripe\b/g,
]

/** Words of `Intl`, which knows no pseudo-locale. */
const byIntl =
  /\b(?:and|minutes?|[A-Z][a-z]+day|May|November|Arabic|Dutch|English|Netherlands|United Kingdom|Lebanon)\b/g

/** Every page, on three screens, by light and in the dark. */
async function isAccessible(locale: string): Promise<void> {
  const faults = faultBook()
  const pages = pathsIn(locale).map((path) => full.origin + path)
  await visiting({ viewport: phone }, async (page) => {
    for (const address of [...pages, `${empty.origin}/${locale}`, `${broken.origin}/${locale}`]) {
      const { pathname, search } = new URL(address)
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(address)
      for (const viewport of [phone, tablet, desktop]) {
        const where = `${decodeURI(pathname + search)} at ${viewport.width} px`
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme: 'light' })
        faults.note(await violations(page), where)
        await page.emulateMedia({ colorScheme: 'dark' })
        faults.note(await violationsOfColour(page), `${where} in the dark`)
      }
    }
  })
  faults.isEmpty()
}
