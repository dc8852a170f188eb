import { type Browser, type BrowserContext, chromium } from 'playwright-core'

/** The machine's Chromium, which asks for nothing by itself. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.KIOSK_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** Milliseconds: long enough for handlers of pictures that fail and for timers of no delay. */
const patience = 50

/**
 * Everything that happens when this HTML is opened and each of its elements is poked: dialogs,
 * words on the console, faults, and addresses that are asked for.
 */
export async function whatRuns(browser: BrowserContext, html: string): Promise<string[]> {
  const page = await browser.newPage()
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`)
    dialog.dismiss().catch(() => undefined)
  })
  page.on('console', (message) => seen.push(`console ${message.text()}`))
  page.on('pageerror', (error) => seen.push(`fault ${error.message}`))
  page.on('request', (request) => seen.push(`request ${request.url()}`))
  await page.route('**/*', (route) => route.abort())
  await page.setContent(`<!doctype html><title>t</title><body>${html}</body>`, {
    waitUntil: 'load',
  })
  await page.evaluate(pokeAll).catch((error: unknown) => seen.push(`left ${error}`))
  await page.evaluate(waitInPage, patience).catch((error: unknown) => seen.push(`left ${error}`))
  await page.close()
  return seen
}

/** Runs in the page, whose own clock stands still while it is too busy to run what it should. */
function waitInPage(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Runs in the page. */
function pokeAll(): void {
  const events = ['load', 'error', 'focus', 'mouseover', 'pointerenter', 'toggle', 'animationend']
  document.addEventListener('click', (event) => event.preventDefault(), true)
  for (const element of document.querySelectorAll('body, body *')) {
    for (const name of events) element.dispatchEvent(new Event(name))
    element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
}
