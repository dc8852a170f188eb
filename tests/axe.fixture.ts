import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
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

interface Wanted {
  readonly type: 'tag' | 'rule'
  readonly values: string[]
}

async function violationsOf(page: Page, runOnly: Wanted): Promise<readonly string[]> {
  const { violations: found } = await resultsOf(page, { runOnly })
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

type Options = Parameters<AxeBuilder['options']>[0]
type Results = Awaited<ReturnType<AxeBuilder['analyze']>>

/** Axe is half a megabyte of script, so a page that has it is not given it again. */
async function resultsOf(page: Page, options: Options): Promise<Results> {
  const isThere = await page.evaluate(() => 'axe' in window)
  if (isThere) {
    return page.evaluate((wanted) => Reflect.get(window, 'axe').run(document, wanted), options)
  }
  // There are no frames, which is what the slower mode is for.
  return new AxeBuilder({ page }).options(options).setLegacyMode(true).analyze()
}
