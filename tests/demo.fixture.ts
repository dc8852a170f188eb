import { globSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { createApp } from '#web'
import { assemble, type Stand } from '../src/assemble.ts'
import { readConfig } from '../src/config.ts'
import { fillWithDemo } from '../src/main/fill-with-demo.ts'
import { listening } from './browser.fixture.ts'

export interface OpenStand extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly origin: string
  readonly folder: string
  readonly stand: Stand
}

type Fetch = ReturnType<typeof createApp>['fetch']

/**
 * A whole stand in a folder of its own, open on a free port of this machine. `fill` puts something
 * on it before it opens; its folder goes when it is closed.
 */
export async function openOwnStand(
  settings: Readonly<Record<string, string>>,
  clock: () => Temporal.Instant,
  fill: (stand: Stand, folder: string) => Promise<void>,
): Promise<OpenStand> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'kiosk-stand-'))
  opened.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  // The port comes first: pages name their own address.
  let answer: Fetch | null = null
  const { server, origin } = await listening(
    (request, ...rest) => answer?.(request, ...rest) ?? new Response('', { status: 503 }),
  )
  opened.defer(() => void server.close())
  const env = { KIOSK_DATA: folder, KIOSK_TIME_ZONE: 'UTC', PUBLIC_URL: origin, ...settings }
  const stand = opened.use(await assemble(readConfig(env), { clock }))
  await fill(stand, folder)
  let isOpen = true
  // A cover that is drawn for nobody any more cannot be stored, and need not be.
  const report = (error: unknown, where: string) => isOpen && console.error(`${where}:`, error)
  opened.defer(() => {
    isOpen = false
  })
  answer = (await stand.openWeb({ report })).app.fetch
  const kept = opened.move()
  return { origin, folder, stand, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

/** The demo stand as it is on the morning after its newest edition, whatever day it is here. */
export function openDemoStand(): Promise<OpenStand> {
  const days = globSync('demo/*/*/').map((path) => basename(path))
  const newest =
    days
      .filter((day) => /^\d{4}-\d\d-\d\d/.test(day))
      .sort()
      .at(-1) ?? '2026-11-22'
  const morning = Temporal.Instant.from(`${newest.slice(0, 10)}T08:00:00Z`).add({ hours: 24 })
  const said = {
    KIOSK_OPERATOR: 'The Friends of the Corner Stand',
    KIOSK_CONTACT: 'desk@stand.example',
  }
  return openOwnStand(
    said,
    () => morning,
    async (stand, folder) => {
      const signal = new AbortController().signal
      const report = (error: unknown, where: string) => console.error(`${where}:`, error)
      await fillWithDemo(stand, { folder, signal, onFirst: () => {}, report, tell: () => {} })
    },
  )
}
