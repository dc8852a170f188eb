import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Whether Debian's Apertium is here, with Spanish and Catalan and all that these need. */
export const hasApertium = [
  '/usr/bin/apertium-apy',
  '/usr/bin/cg-proc',
  '/usr/bin/lrx-proc',
  '/usr/share/apertium/modes/spa-cat.mode',
].every(existsSync)

const program = join(import.meta.dirname, 'serve.py')

export interface Apertium extends AsyncDisposable {
  readonly url: URL
}

/** A real Apertium server for one test; it ends with it, and its pipes with it. */
export async function startApertium(): Promise<Apertium> {
  const port = await freePort()
  const server = spawn('/usr/bin/python3', [program, String(port)], {
    stdio: 'ignore',
    detached: true,
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const url = new URL(`http://127.0.0.1:${port}`)
  const end = async () => {
    killGroup(server)
    await ended
  }
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(new URL('/listPairs', url)).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return { url, [Symbol.asyncDispose]: end }
    await pause(200)
  }
  await end()
  throw new Error('Apertium did not start within 20 s')
}

/** The server leads a group of its own: its pipes are in it. */
function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {}
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}
