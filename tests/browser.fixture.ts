import { type ServerType, serve } from '@hono/node-server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { createApp } from '../src/web/app.ts'
import type { Stand } from '../src/web/stand.fixture.ts'

export interface Served {
  readonly origin: string
  readonly server: ServerType
}

/** Opens a stand on a free port of this machine. */
export function served(stand: Stand): Promise<Served> {
  return listening(createApp(stand.needs).fetch)
}

/** The same for a program that answers by itself. */
export function listening(fetch: Parameters<typeof serve>[0]['fetch']): Promise<Served> {
  return new Promise((resolve) => {
    const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({ server, origin: `http://127.0.0.1:${port}` }),
    )
  })
}

export function launched(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.KIOSK_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  })
}

/** A reader who was never here before, and is gone afterwards. */
export async function visiting(
  browser: Browser,
  options: BrowserContextOptions,
  visit: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  try {
    await visit(await context.newPage())
  } finally {
    await context.close()
  }
}

/** In the browser: how far things moved by themselves, as Chromium scores it. */
export function layoutShift(): number {
  const observer = new PerformanceObserver(() => {})
  observer.observe({ type: 'layout-shift', buffered: true })
  const moves = observer.takeRecords()
  return moves.reduce((sum, move) => sum + Number(Reflect.get(move, 'value')), 0)
}

/** What a visit to this address transfers, pictures left out. */
export async function bytesOf(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('response', (answer) => {
    if (answer.url().includes('/pictures/')) return
    const size = answer.request().sizes()
    sizes.push(size.then((one) => one.responseBodySize + one.responseHeadersSize))
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  const all = await Promise.all(sizes)
  return all.reduce((sum, size) => sum + size, 0)
}
