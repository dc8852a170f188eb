import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** Everything that axe knows of these: it leaves the last two out unless it is asked. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** What a theme can break. */
const ofColour = ['color-contrast', 'link-in-text-block']

/** What axe has to say of the page as it stands. */
export function violations(page: Page): Promise<readonly string[]> {
  return violationsOf(page, { type: 'tag', values: tags })
}

/** The same page in another theme: only its colours can be wrong now. */
export function violationsOfColour(page: Page): Promise<readonly string[]> {
  return violationsOf(page, { type: 'rule', values: ofColour })
}

/** Axe has nothing to say, and nothing stands out at the side, at 320 pixels and as it is. */
export async function isSound(page: Page): Promise<void> {
  assert.deepEqual(await violations(page), [], page.url())
  const before = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 700 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.equal(wide, 320, page.url())
  if (before !== null) await page.setViewportSize(before)
}

async function violationsOf(page: Page, runOnly: RunOptions['runOnly'] & {}) {
  const found = await runAxe(page, { runOnly, resultTypes: ['violations'] })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => {
      const why = any.map(({ message }) => message).join(' ')
      return `${id}: ${html.slice(0, 200)} ${why}`
    }),
  )
}

/** Collects what is wrong, each fault once, with the first place where it was seen. */
export function faultBook() {
  const seen = new Map<string, string>()
  return {
    note(faults: readonly string[], where: string): void {
      for (const fault of faults) if (!seen.has(fault)) seen.set(fault, where)
    },
    isEmpty: () =>
      assert.deepEqual(
        [...seen].map(([fault, where]) => `${where}: ${fault}`),
        [],
      ),
  }
}

const source = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/**
 * Axe is half a megabyte of script, so a page that has it is not given it again; and what it is
 * content with stays in the browser, for that is a megabyte a page.
 */
async function runAxe(page: Page, options: RunOptions): Promise<AxeResults['violations']> {
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) await page.evaluate(source)
  return page.evaluate(async (wanted) => {
    const found: AxeResults = await Reflect.get(window, 'axe').run(document, wanted)
    return found.violations
  }, options)
}
