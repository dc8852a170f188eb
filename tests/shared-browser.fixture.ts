import { after } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { browserOf, signIn, standFor } from '../src/web/reader/browser.fixture.ts'
import { openReaders } from '../src/web/reader/readers.fixture.ts'
import { type Stand, standWith } from '../src/web/stand.fixture.ts'
import { launched, served, visiting } from './browser.fixture.ts'

/** What the tests of a file share: it is open from now on, and closed behind the last of them. */

type Standing = Parameters<typeof standWith>[0] & {}
type Visiting = (
  options: BrowserContextOptions,
  visit: (page: Page) => Promise<void>,
) => Promise<void>

/** Where a browser sees a stand; its pages ask nobody else. */
const publicUrl = new URL('http://127.0.0.1')

/** A browser; every visit is of one who was never here before. */
export async function sharedBrowser(): Promise<Visiting> {
  const browser = await launched()
  after(() => browser.close())
  return (options, visit) => visiting(browser, options, visit)
}

/** The stand that all tests know, or what is said to be different about it, on a free port. */
export async function sharedStand({ settings, ...more }: Standing = {}) {
  return openedStand(standWith({ ...more, settings: { publicUrl, ...settings } }))
}

/** A stand that was made elsewhere, on a free port. */
export async function openedStand(stand: Stand) {
  const { server, origin } = await served(stand)
  after(() => void server.close())
  return { stand, origin }
}

/** A stand that readers can sign in to. */
export async function sharedReaders(more: Standing = {}) {
  const readers = await openReaders()
  after(() => readers[Symbol.asyncDispose]())
  const { stand, origin } = await openedStand(
    standFor(readers, { ...more, settings: { publicUrl } }),
  )
  /** What a browser is opened with in which this reader has signed in. */
  async function signedIn(address: string) {
    const browserless = browserOf(stand)
    await signIn(browserless, readers, { address })
    const where = { domain: publicUrl.hostname, path: '/', expires: -1 }
    const how = { ...where, secure: false, httpOnly: false, sameSite: 'Lax' as const }
    const cookies = [...browserless.kept].map(([name, value]) => ({ name, value, ...how }))
    return { storageState: { cookies, origins: [] } }
  }
  return { readers, stand, origin, signedIn }
}
