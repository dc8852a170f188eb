import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { environmentFor } from './settings.ts'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export interface KioskServer extends AsyncDisposable {
  readonly port: number
  readonly pid: number
  /** From the start of the process to the line that says it is open, in milliseconds. */
  readonly startedIn: number
}

/** Starts the real server, as `npm start` does, on a port of its own choice. */
export async function startKiosk(folder: string, flags: readonly string[]): Promise<KioskServer> {
  const start = performance.now()
  const env = environmentFor(folder)
  const child = spawn(process.execPath, [...flags, main], {
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
    pid: child.pid ?? 0,
    startedIn: performance.now() - start,
    async [Symbol.asyncDispose]() {
      child.kill()
      await gone
    },
  }
}
