/** `npm run bench`: what Kiosk promises of its speed, as shares of bare node:http in the same run. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { finishBacklog } from './backlog.ts'
import { programmeFor } from './contests.ts'
import { importSpeed } from './import-speed.ts'
import { startKiosk } from './kiosk-server.ts'
import { circumstances } from './machine.ts'
import { narrationSpeed } from './narration-speed.ts'
import { residentMegabytes } from './process-facts.ts'
import {
  importHead,
  importLine,
  type Line,
  narrationHead,
  narrationLines,
  pageHead,
  pageLines,
} from './report.ts'
import { type Effort, hold, type Score } from './rounds.ts'
import { searchSpeed } from './search.ts'
import { searchHead, searchLines } from './search-report.ts'
import { sizeFacts } from './size.ts'
import { sizeHead, sizeLines, sizeTitle } from './size-report.ts'
import { fillStand, type Size } from './stand.ts'
import { addSubscribers } from './subscribers.ts'
import { startTalking } from './talking-child.ts'

const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    /** End with 1 when a budget is missed. */
    strict: { type: 'boolean', default: false },
    /** Only lines whose name holds this text, or "import", or "narration"; "search" of a stand. */
    only: { type: 'string', default: '' },
    /** The folder of a stand that is there, such as `kiosk fixture` fills: for "search" and "size". */
    data: { type: 'string' },
    /** A flag for the server's Node, such as --cpu-prof. */
    node: { type: 'string', multiple: true, default: [] },
  },
})

const wordsEach = 700
/** Each of the 64 connections is somebody else's. */
const subscriberCount = 64
const size: Size = given.quick
  ? { publications: 16, editionsEach: 15, storiesEach: 25, wordsEach }
  : { publications: 20, editionsEach: 20, storiesEach: 25, wordsEach }
const effort: Effort = given.quick
  ? { rounds: 7, milliseconds: 250 }
  : { rounds: 15, milliseconds: 500 }

const folder = await mkdtemp(join(tmpdir(), 'kiosk-bench-'))
try {
  const pages = !['import', 'narration', 'search', 'size'].includes(given.only)
  const lines = pages ? await measurePages(folder) : []
  if ('import'.includes(given.only)) lines.push(await measureImport(folder))
  if ('narration'.includes(given.only)) lines.push(...(await measureNarration()))
  if (given.only === 'search') lines.push(...(await measureSearch()))
  if (given.only === 'size') lines.push(...(await measureSize()))
  if (given.strict && lines.some(({ passed }) => passed === false)) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measurePages(at: string): Promise<Line[]> {
  say('Filling a stand …')
  const stories = await fillStand(join(at, 'stand'), size)
  const subscribers = await addSubscribers(join(at, 'stand'), subscriberCount)
  await withoutBacklog(join(at, 'stand'))
  await using ours = await startKiosk(join(at, 'stand'), given.node)
  await using bare = startTalking(join(import.meta.dirname, 'bare-server.ts'))
  await using generator = startTalking(join(import.meta.dirname, 'load.ts'))

  const { contests, pages } = await programmeFor(ours.port, stories, subscribers)
  const limit = { port: Number(await bare.ask(pages)), pid: bare.pid }
  const who = { generator, ours, bare: limit }
  const scores: Score[] = []
  for (const contest of contests.filter(({ name }) => name.includes(given.only))) {
    say(`${contest.name} …`)
    scores.push(await hold(contest, who, effort))
  }
  const lines = pageLines(scores)
  const { rounds, milliseconds } = effort
  const count = stories.length.toLocaleString('en')
  print(`${circumstances()}`)
  print(
    `Stand of ${count} stories; 64 connections; median of ${rounds} rounds of ${milliseconds} ms`,
  )
  print(
    `Server open after ${Math.round(ours.startedIn)} ms, ${await residentMegabytes(ours.pid)} MB at the end\n`,
  )
  print([pageHead, ...lines.map(({ text }) => text)].join('\n'))
  return lines
}

async function measureImport(at: string): Promise<Line> {
  say('Importing …')
  const line = importLine(await importSpeed(at, 1_000, given.quick ? 1 : 3))
  print(`\n${importHead}\n${line.text}`)
  return line
}

async function measureNarration(): Promise<Line[]> {
  say('Narrating …')
  const lines = narrationLines(await narrationSpeed(930, given.quick ? 3 : 7))
  if (given.only === 'narration') print(circumstances())
  print(`\n${narrationHead}\n${lines.map(({ text }) => text).join('\n')}`)
  return lines
}

async function measureSearch(): Promise<Line[]> {
  say('Searching …')
  const speed = await searchSpeed(standGiven(), given.quick ? 12 : 36, process.env.DATABASE_URL)
  const lines = searchLines(speed)
  print(`${circumstances()}`)
  print(`Stand of ${speed.stories.toLocaleString('en')} stories; one question after the other\n`)
  print([searchHead, ...lines.map(({ text }) => text)].join('\n'))
  return lines
}

async function measureSize(): Promise<Line[]> {
  await withoutBacklog(standGiven())
  say('Asking for pages …')
  const facts = await sizeFacts(standGiven(), given.quick ? 5 : 15)
  const lines = sizeLines(facts)
  print([sizeTitle(facts), sizeHead, ...lines.map(({ text }) => text)].join('\n'))
  return lines
}

async function withoutBacklog(folder: string): Promise<void> {
  say('Comparing what is not compared yet …')
  const left = await finishBacklog(folder)
  if (left > 0) print(`Measured beside comparing: ${left} lines of the outbox are left\n`)
}

function standGiven(): string {
  if (given.data === undefined) throw new Error('Say which stand: --data FOLDER')
  return given.data
}

function say(what: string): void {
  process.stderr.write(`${what}\n`)
}

function print(what: string): void {
  process.stdout.write(`${what}\n`)
}
