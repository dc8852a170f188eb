import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import type { Mail } from '#accounts'
import { releaseDue } from '#desk'
import { StorageFullError } from '#ground/storage-full-error'
import {
  clockTask,
  findAlike,
  forgetTask,
  keepIndex,
  mostCompared,
  openIdleness,
  paymentTasks,
  pollDue,
  sendMails,
  startTimetable,
  type Task,
  tellNotices,
} from '#jobs'
import { KeyFileError } from '#outside'
import { FolderInUseError, lockFolder, MigrationError, OpenError } from '#storage'
import type { AppNeeds } from '#web'
import { assemble, type Stand, type Web } from './assemble.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { sellDemoPlan } from './main/demo-plan.ts'
import { fillWithDemo, wantsDemo } from './main/fill-with-demo.ts'
import { firstAnswer } from './main/first-answer.ts'
import { codeLine } from './main/tell-code.ts'
import { openWaitingRoom } from './main/waiting-room.ts'

/** Slow senders are let go early: Node's own limits would hold a thousand of them for a minute. */
const patience = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
}

const sayWhoYouAre =
  'Say who runs this stand, for its readers: set KIOSK_OPERATOR and KIOSK_CONTACT (README).'

try {
  await main(readConfig(process.env))
} catch (error) {
  const expected =
    error instanceof FolderInUseError ||
    error instanceof KeyFileError ||
    error instanceof MigrationError ||
    error instanceof OpenError ||
    error instanceof StorageFullError
  if (error instanceof ConfigError) stop(error.message, 2)
  if (expected) stop(error.message, 1)
  throw error
}

/** Readers of a stand that the world can reach may ask who runs it. */
function isNameless({ publicUrl, operator, contact }: Config): boolean {
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(publicUrl.hostname)
  return !here && (operator === '' || contact === null)
}

async function main(config: Config): Promise<void> {
  const log = pino({ level: config.logLevel, name: 'kiosk' }, pino.destination(2))
  const report: Report = (err, where) => log.error({ err, where }, 'something failed')

  await using opened = new AsyncDisposableStack()
  if (config.database.kind === 'sqlite') opened.use(lockFolder(config.folder))
  const stand = opened.use(await assemble(config))
  const note: AppNeeds['note'] = (what, facts) => log.info(facts, what)
  const web = await stand.openWeb({ report, note })
  const filling = config.demo && (await wantsDemo(stand, config.folder))
  const room = openWaitingRoom(web.app.fetch)

  const signal = signalled()
  const server = await listen(config, filling ? room.answer : web.app.fetch)
  // What was opened last is kept when the server is closed.
  opened.defer(web.keepHistories)
  opened.defer(() => closed(server))
  tell(`${config.name} is open at ${urlOf(config, server)}`)
  if (isNameless(config)) tell(sayWhoYouAre)
  stand.narration.warm()
  if (!filling) await firstAnswer(server, signal)
  opened.use(
    startTimetable(
      [
        following(web),
        selling(web),
        remembering(web),
        listing(web),
        ...accountTasks(stand, report),
        ...accessTasks(stand, report),
      ],
      report,
    ),
  )
  if (filling) {
    const { folder } = config
    await sellDemoPlan(stand, stand.desk.clock)
    await fillWithDemo(stand, { folder, signal, onFirst: room.open, report, tell })
  }
  opened.use(startTimetable(tasksOf(config, stand, web), report))

  await ended(signal)
  log.info('closing')
}

type Report = (error: unknown, where: string) => void

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

function following({ refresh }: Web): Task {
  return { name: 'following the outbox', every: 250, round: refresh }
}

function selling({ followSale }: Web): Task {
  return { name: 'following what is on sale', every: 2_000, round: followSale }
}

/** Whoever comes first does not wait until all publications are read. */
function listing({ keepStock }: Web): Task {
  const round = async () => void (await keepStock())
  return { name: 'keeping the catalogue', every: 10_000, round }
}

function remembering({ keepHistories }: Web): Task {
  return { name: 'keeping histories', every: 2_000, round: keepHistories }
}

/** Somebody waits for a code: mails are asked for more often than anything else. */
function accountTasks({ accounts }: Stand, report: Report): Task[] {
  const { sweeper, clock } = accounts
  const onKept = (mail: Mail) => {
    const line = codeLine(mail)
    if (line !== null) tell(line)
  }
  const sending = { ...accounts, report, onKept }
  return [
    { name: 'sending mails', every: 500, round: (signal) => sendMails(sending, signal) },
    { name: 'sweeping accounts', every: 3_600_000, round: () => sweeper.sweep(clock()) },
  ]
}

/** Trials and terms end by the clock; payments move on when there is a provider. */
function accessTasks({ access, accounts, accountAt }: Stand, report: Report): Task[] {
  const { notices, plans, shop } = access
  const telling = { ...accounts, notices, plans, shop, accountAt }
  const payments = access.shop && { ...access.shop, report }
  return [
    clockTask(access, payments),
    forgetTask(access),
    {
      name: 'telling readers',
      every: 1_000,
      round: (signal) => tellNotices(telling, signal),
    },
    ...(payments === null ? [] : paymentTasks(payments)),
  ]
}

function tasksOf(config: Config, { desk, feeds, search, alike }: Stand, web: Web): Task[] {
  const polling = { ...desk, feeds, everyMinutes: config.feedMinutes, random: Math.random }
  return [
    {
      name: 'keeping the search index',
      every: 1_000,
      round: (signal) => keepIndex(search, signal),
    },
    comparing(alike),
    { name: 'publishing at the hour', every: 1_000, round: () => drain(releaseDue(desk)) },
    { name: 'rendering pictures', every: 1_000, round: web.renderPictures },
    { name: 'filling in bylines', every: 250, round: web.fillBylines },
    { name: 'asking translators', every: 5_000, round: web.askTranslators },
    { name: 'releasing translations', every: 2_000, round: web.releaseTranslations },
    ...narrationTasks(web),
    { name: 'polling feeds', every: 5_000, round: (signal) => drain(pollDue(polling), signal) },
  ]
}

/** What is left of large imports waits for a moment in which readers ask for little. */
function comparing(alike: Stand['alike']): Task {
  const { isIdle, look } = openIdleness()
  return {
    name: 'finding the same reports',
    every: 1_000,
    round: async (signal) => {
      await findAlike(alike, signal, isIdle() ? mostCompared.idle : mostCompared.busy)
      look()
    },
  }
}

function narrationTasks({ releaseSounds, narratePublished }: Web): Task[] {
  const releasing = { name: 'releasing sounds', every: 2_000, round: releaseSounds }
  if (narratePublished === null) return [releasing]
  return [releasing, { name: 'narrating what is published', every: 1_000, round: narratePublished }]
}

async function drain(steps: AsyncIterable<unknown>, signal?: AbortSignal): Promise<void> {
  for await (const _ of steps) if (signal?.aborted) return
}

type Server = ReturnType<typeof serve>

function listen({ host, port }: Config, fetch: Web['app']['fetch']): Promise<Server> {
  const { promise, resolve } = Promise.withResolvers<Server>()
  const options = { fetch, hostname: host, port, serverOptions: patience }
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

/** Aborted when the program is told to end. */
function signalled(): AbortSignal {
  const told = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => told.abort())
  return told.signal
}

function ended(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (signal.aborted) resolve()
  signal.addEventListener('abort', () => resolve())
  return promise
}

function stop(message: string, code: number): never {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}
