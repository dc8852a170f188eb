import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { environmentFor } from '../bench/settings.ts'

type Settings = Readonly<Record<string, string>>

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly complaints: string
}

export interface RunningServer extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly address: string
  /** Sends a signal and waits for the end. */
  end(signal: 'SIGTERM' | 'SIGINT'): Promise<Ended>
}

/** Starts the real server on a data folder and waits until it says that it is open, and filled. */
export async function openStand(folder: string, settings: Settings = {}): Promise<RunningServer> {
  const server = program('main.ts', [], { folder, settings })
  const open = await Promise.race([server.says(/is open at (http:\/\/\S+?)\/?\n/), server.ended])
  if (!Array.isArray(open)) throw new Error(`The server did not open: ${JSON.stringify(open)}`)
  if (settings.KIOSK_DEMO === 'yes') {
    await Promise.race([server.says(/The demo is on the stand/), server.ended])
  }
  const end = (signal: 'SIGTERM' | 'SIGINT') => {
    server.kill(signal)
    return server.ended
  }
  return {
    address: open[1] ?? '',
    end,
    async [Symbol.asyncDispose]() {
      await end('SIGTERM')
    },
  }
}

/** Starts the server where it is not expected to open, and waits for its end. */
export function startToEnd(folder: string, settings: Settings = {}): Promise<Ended> {
  return inTime(program('main.ts', [], { folder, settings }))
}

/** Runs the real command line to its end. */
export function kiosk(folder: string, ...words: string[]): Promise<Ended> {
  return inTime(program('cli.ts', words, { folder, settings: {} }))
}

const longest = 60_000

/** One that does not end by itself is ended, so that its test fails instead of waiting for ever. */
function inTime({ ended, kill }: ReturnType<typeof program>): Promise<Ended> {
  const alarm = setTimeout(() => kill('SIGKILL'), longest)
  return ended.finally(() => clearTimeout(alarm))
}

function program(
  file: string,
  words: readonly string[],
  { folder, settings }: { readonly folder: string; readonly settings: Settings },
) {
  const path = fileURLToPath(new URL(`../src/${file}`, import.meta.url))
  const env = { ...environmentFor(folder), ...settings }
  const child = spawn(process.execPath, [path, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = (signal: NodeJS.Signals) => child.kill(signal)
  const killAtExit = () => kill('SIGKILL')
  process.once('exit', killAtExit)
  const said = { out: '', complaints: '' }
  const hearers: (() => void)[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
    for (const hear of hearers) hear()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.complaints += text
  })
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      process.off('exit', killAtExit)
      resolve({ code, ...said })
    })
  })
  return {
    ended,
    kill,
    /** Waits until what it says matches, however it comes in pieces. */
    says: (pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve) => {
        const look = () => {
          const found = pattern.exec(said.out)
          if (found !== null) resolve(found)
        }
        hearers.push(look)
        look()
      }),
  }
}

export interface Visited {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Asks for a page and does not follow where it leads. */
export async function visit(address: string, headers: Settings = {}): Promise<Visited> {
  const answer = await fetch(address, { redirect: 'manual', headers })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const patience = 30_000

/** Visits again and again until the page is as it should be; gives the last visit in any case. */
export async function visitUntil(
  address: string,
  isRight: (visited: Visited) => boolean,
): Promise<Visited> {
  const deadline = performance.now() + patience
  for (;;) {
    const visited = await visit(address)
    if (isRight(visited) || performance.now() > deadline) return visited
    await pause(100)
  }
}
