import { existsSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { releaseDue } from '#desk'
import { openProgressBar } from '#ground/progress-bar'
import { StorageFullError } from '#ground/storage-full-error'
import { demoPublications, loadDemo, pollDue, startTimetable, type Task } from '#jobs'
import { FolderInUseError, lockFolder, MigrationError, OpenError } from '#storage'
import { assemble, type Stand, type Web } from './assemble.ts'
import { type Config, ConfigError, readConfig } from './config.ts'

/** Slow senders are let go early: Node's own limits would hold a thousand of them for a minute. */
const patience = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
}

try {
  await main(readConfig(process.env))
} catch (error) {
  const expected =
    error instanceof FolderInUseError ||
    error instanceof MigrationError ||
    error instanceof OpenError ||
    error instanceof StorageFullError
  if (error instanceof ConfigError) stop(error.message, 2)
  if (expected) stop(error.message, 1)
  throw error
}

async function main(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, name: 'kiosk' }, pino.destination(2))
  const report = (err: unknown, where: string) => log.error({ err, where }, 'something failed')

  await using opened = new AsyncDisposableStack()
  if (config.database.kind === 'sqlite') opened.use(lockFolder(config.folder))
  const stand = opened.use(await assemble(config))
  if (config.demo) await fillWithDemo(stand, config.folder)
  const web = await stand.openWeb({ report })

  const server = await listen(config, web)
  opened.defer(() => closed(server))
  opened.use(startTimetable(tasksOf(config, stand, web), report))
  process.stdout.write(`${config.name} is open at ${urlOf(config, server)}\n`)

  await signalled()
  log.info('closing')
}

/** Once, on a stand without a publication of its own: what was withdrawn since stays so. */
async function fillWithDemo({ desk, publications }: Stand, folder: string): Promise<void> {
  const mark = join(folder, 'demo-loaded')
  if (existsSync(mark)) return
  const demo = new Set(await demoPublications())
  const there = await publications.onStand()
  if (demo.size === 0 || there.some(({ slug }) => !demo.has(slug))) return
  process.stdout.write('Setting up the demo stand (once) …\n')
  const bar = openProgressBar()
  let read = 0
  let done = 0
  for await (const step of loadDemo(desk)) {
    if (step.kind === 'read') read += step.items
    if (step.kind === 'answer') done += 1
    bar.show(done, read, 'stories')
  }
  bar.clear()
  writeFileSync(mark, '')
}

function tasksOf(config: Config, { desk, feeds }: Stand, web: Web): Task[] {
  const polling = { ...desk, feeds, everyMinutes: config.feedMinutes, random: Math.random }
  return [
    { name: 'following the outbox', every: 250, round: web.refresh },
    { name: 'publishing at the hour', every: 1_000, round: () => drain(releaseDue(desk)) },
    { name: 'rendering pictures', every: 1_000, round: web.renderPictures },
    { name: 'polling feeds', every: 5_000, round: (signal) => drain(pollDue(polling), signal) },
  ]
}

async function drain(steps: AsyncIterable<unknown>, signal?: AbortSignal): Promise<void> {
  for await (const _ of steps) if (signal?.aborted) return
}

type Server = ReturnType<typeof serve>

function listen({ host, port }: Config, { app }: Web): Promise<Server> {
  const { promise, resolve } = Promise.withResolvers<Server>()
  const options = { fetch: app.fetch, hostname: host, port, serverOptions: patience }
  const server = serve(options, () => resolve(server))
  server.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EADDRINUSE') throw error
    stop(`Port ${port} is taken. Choose another with PORT, for example PORT=3001 npm start`, 1)
  })
  return promise
}

function urlOf({ publicUrl, port }: Config, server: Server): string {
  if (port !== 0) return publicUrl.href
  const { port: given }: AddressInfo = server.address() as AddressInfo
  return `http://localhost:${given}/`
}

/** Lets requests under way end, and says goodbye to idle connections. */
function closed(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  return promise
}

function signalled(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  return promise
}

function stop(message: string, code: number): never {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}
