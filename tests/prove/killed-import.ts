import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { environmentFor } from '../../bench/settings.ts'

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

/** An answer that said: this story is on the stand. */
export interface Acknowledged {
  readonly headline: string
  readonly story: {
    readonly publication: string
    readonly edition: string
    readonly story: string
  }
}

export interface ImportRun {
  readonly acknowledged: readonly Acknowledged[]
  /** `early`: before its first answer; `answering`: in the midst; `ended`: the kill came too late. */
  readonly hit: 'early' | 'answering' | 'ended'
  /** Null when it was killed. */
  readonly exitCode: number | null
  /** How long it took from the start of the program until it began to publish. */
  readonly beganAfter: number
  /** And from then until it had said everything. */
  readonly publishedIn: number
  readonly said: string
}

/** When to kill: so many milliseconds after the start, or after it began to publish. */
export interface Moment {
  readonly after: 'start' | 'beginning'
  readonly milliseconds: number
}

/** Runs the real import of a folder, and kills it with SIGKILL at this moment. */
export async function runImport(
  data: string,
  folder: string,
  moment: Moment | null,
): Promise<ImportRun> {
  const start = performance.now()
  const child = spawn(process.execPath, [cli, 'import', folder, '--json'], {
    env: environmentFor(data),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const watched = watchAndKill(child, moment)
  const [said, complaints, exitCode] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code))),
  ])
  const { began, summedUp } = watched()
  // A line without its end was never said whole.
  const lines = said.split('\n').slice(0, -1)
  const acknowledged = lines.flatMap(acknowledgedIn)
  return {
    acknowledged,
    hit: exitCode !== null ? 'ended' : acknowledged.length === 0 ? 'early' : 'answering',
    exitCode,
    beganAfter: began - start,
    publishedIn: summedUp - began,
    said: `${complaints}\n${lines.at(-1) ?? ''}`.trim(),
  }
}

/** Kills the child at its moment; gives, when it is gone, the times at which it got how far. */
function watchAndKill(child: ChildProcessByStdio<null, Readable, Readable>, moment: Moment | null) {
  let began = Number.NaN
  let summedUp = Number.NaN
  let alarm: NodeJS.Timeout | undefined
  const wait = (from: Moment['after']) => {
    if (moment?.after !== from) return
    alarm = setTimeout(() => child.kill('SIGKILL'), moment.milliseconds)
  }
  wait('start')
  child.stdout.on('data', (chunk: Buffer) => {
    if (chunk.includes('{"summary"')) summedUp = performance.now()
    if (!Number.isNaN(began) || !chunk.includes('{"publication"')) return
    began = performance.now()
    wait('beginning')
  })
  return () => {
    clearTimeout(alarm)
    return { began, summedUp }
  }
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const onStand = new Set(['new', 'changed', 'unchanged'])

function acknowledgedIn(line: string): Acknowledged[] {
  const answer: Partial<Acknowledged> & { status?: string; effect?: string } = JSON.parse(line)
  const { status = '', effect = '', headline, story } = answer
  if (!status.startsWith('accepted') || !onStand.has(effect)) return []
  return headline === undefined || !story ? [] : [{ headline, story }]
}
