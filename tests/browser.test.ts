import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { standWith } from '../src/web/stand.fixture.ts'
import {
  bytesOf,
  launched,
  layoutShift,
  type Served,
  served,
  visiting as visitingWith,
} from './browser.fixture.ts'

const courier = '/publications/harbour-courier'
const paths = [
  '',
  '/publications',
  courier,
  `${courier}/2025-05-20`,
  `${courier}/2025-05-20/night-ferry-saved`,
  `${courier}/2025-05-20/bakery-closes`,
  `${courier}/2025-05-20/pilots-wait-for-fog`,
  `${courier}/2025-05-20/long-headline`,
  `${courier}/2025-05-20/emoji`,
  `${courier}/2025-05-20/taken-back`,
  `${courier}/2025-05-20/nowhere`,
  `/publications/marfa-alsabah/2025-05-18/${encodeURIComponent('خياطة-الضوء')}`,
]
const phone = { width: 390, height: 844 }
const desktop = { width: 1280, height: 900 }

const here = new URL('http://127.0.0.1')

let browser: Browser
let full: Served
let empty: Served

before(async () => {
  full = await served(standWith({ settings: { publicUrl: here, pseudoLocales: true } }))
  empty = await served(standWith({ settings: { publicUrl: here }, stories: [] }))
  browser = await launched()
})

after(async () => {
  await browser?.close()
  for (const { server } of [full, empty]) server?.close()
})

describe('every page, in a browser', () => {
  it('is accessible in English', () => isAccessibleIn('en'))
  it('is accessible in Dutch', () => isAccessibleIn('nl'))
  it('is accessible in Arabic', () => isAccessibleIn('ar'))

  it('needs no sideways scrolling on the narrowest screen, in pseudo-locales neither', async () => {
    await visiting({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const locale of ['en', 'nl', 'ar', 'en-XA', 'ar-XB']) {
        for (const path of paths) {
          await page.goto(`${full.origin}/${locale}${path}`)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth)
          assert.ok(wide <= 320, `${locale}${path} is ${wide} px wide`)
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
    await visiting({ viewport: desktop }, async (page) => {
      await page.goto(`${full.origin}/en-XA${courier}/2025-05-20/night-ferry-saved`)
      const spoken = [
        'nav a',
        '.left',
        '.wall h2',
        '.wall p',
        '.more h2',
        '.more .onward',
        '.foot p:not(.on-paper)',
      ]
      for (const place of spoken) {
        for (const text of await page.locator(place).allTextContents()) {
          const own = text.replaceAll(/The Harbour Courier|The Corner Stand|العربية|English/g, '')
          if (/Nederlands|Deutsch|Français|Español|Accented|Mirrored/.test(own)) continue
          const kept = own.replaceAll(/harbour-courier\.example|\d+ May \d+|[\u2066-\u2069]/g, '')
          assert.doesNotMatch(kept, /[a-zA-Z]{2,}/, `${place}: ${text}`)
        }
      }
    })
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
      for (const path of paths.slice(0, 9)) {
        await page.goto(`${full.origin}/nl${path}`, { waitUntil: 'networkidle' })
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
      assert.match(page.url(), /\/ar\/publications\/harbour-courier\/2025-05-20\/bakery-closes$/)
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

const visiting = (options: BrowserContextOptions, visit: (page: Page) => Promise<void>) =>
  visitingWith(browser, options, visit)

/** On a phone and on a desk, in light and in dark: axe has nothing to say of any page. */
async function isAccessibleIn(locale: string): Promise<void> {
  const all = [
    ...paths.map((path) => `${full.origin}/${locale}${path}`),
    `${empty.origin}/${locale}`,
  ]
  await visiting({ viewport: phone }, async (page) => {
    for (const address of all) {
      await page.goto(address)
      for (const viewport of [phone, desktop]) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme: 'light' })
        await hasNoViolations(page, new AxeBuilder({ page }))
        await page.emulateMedia({ colorScheme: 'dark' })
        await hasNoViolations(page, new AxeBuilder({ page }).withRules(['color-contrast']))
      }
    }
  })
}

async function hasNoViolations(page: Page, axe: AxeBuilder): Promise<void> {
  // There are no frames, which is what the slower mode is for.
  const { violations } = await axe.setLegacyMode(true).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`,
  )
  assert.deepEqual(found, [], page.url())
}
