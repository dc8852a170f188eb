import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packageJson from '../package.json' with { type: 'json' }
import { environmentFor } from './settings.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface KioskServer extends AsyncDisposable {
  readonly port: number
  /** Of the server itself, not of the program that set it up. */
  readonly pid: number
  /** From the command to the line that says it is open, in milliseconds. */
  readonly startedIn: number
}

/** Runs the words of `npm start`, with these flags for the server’s Node, on a port of its own choice. */
export async function startKiosk(folder: string, flags: readonly string[]): Promise<KioskServer> {
  const start = performance.now()
  const env = environmentFor(folder)
  const [, ...words] = packageJson.scripts.start.split(' ')
  const child = spawn(process.execPath, words.toSpliced(-1, 0, ...flags), {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    if (/http:\/\/localhost:\d+/.test(said)) break
  }
  const port = Number(/http:\/\/localhost:(\d+)/.exec(said)?.[1])
  if (!Number.isInteger(port)) throw new Error(`The server did not start. It said: ${said}`)
  return {
    port,
    pid: Number(readFileSync(join(folder, 'server.pid'), 'utf8')),
    startedIn: performance.now() - start,
    async [Symbol.asyncDispose]() {
      child.kill()
      await gone
    },
  }
}
