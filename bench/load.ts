/**
 * A closed loop of requests over connections that stay open: each asks again when it has its whole
 * answer. Reads no more of an answer than its status and length, so that it is never the slower side.
 */
import { createInterface } from 'node:readline'
import { connectTo, requestOf } from './connection.ts'

export interface Load {
  readonly port: number
  readonly connections: number
  readonly milliseconds: number
  /** Asked for in turn. */
  readonly paths: readonly string[]
  /** True: each path is asked for once, and the round ends when there is none left. */
  readonly once: boolean
  /** Who asks, in turn, by what they send. */
  readonly askers: readonly Readonly<Record<string, string>>[]
}

export interface LoadResult {
  readonly answers: number
  readonly milliseconds: number
  readonly bytes: number
  /** Answers that were not 200. */
  readonly failures: number
  /** Processor time of the generator itself, in milliseconds. */
  readonly cpu: number
}

for await (const line of createInterface({ input: process.stdin })) {
  const load: Load = JSON.parse(line)
  process.stdout.write(`${JSON.stringify(await run(load))}\n`)
}

interface Round {
  readonly next: () => Buffer | null
  readonly done: (ok: boolean, bytes: number) => void
}

async function run({ port, connections, milliseconds, paths, once, askers }: Load) {
  const requests = requestsFor(port, paths, askers)
  let asked = 0
  let [answers, bytes, failures] = [0, 0, 0]
  const cpuBefore = process.cpuUsage()
  const start = performance.now()
  let end = start
  const round: Round = {
    next: () => {
      if (performance.now() - start > milliseconds) return null
      if (once && asked >= paths.length) return null
      const request = requests[asked % requests.length] ?? null
      asked += 1
      return request
    },
    done: (ok, size) => {
      end = performance.now()
      answers += 1
      bytes += size
      if (!ok) failures += 1
    },
  }
  await Promise.all(Array.from({ length: connections }, () => converse(port, round)))
  const { user, system } = process.cpuUsage(cpuBefore)
  const result: LoadResult = {
    answers,
    milliseconds: end - start,
    bytes,
    failures,
    cpu: (user + system) / 1_000,
  }
  return result
}

/** Every path once, by askers in turn; and again, by the next ones, until each asker had each path. */
function requestsFor(port: number, paths: Load['paths'], askers: Load['askers']): Buffer[] {
  return askers.flatMap((_, round) =>
    paths.map((path, index) => requestOf(port, path, askers[(index + round) % askers.length])),
  )
}

/** One connection, until the round gives it nothing more to ask. */
function converse(port: number, round: Round): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const socket = connectTo(port, (ok, bytes) => {
    round.done(ok, bytes)
    ask()
  })
  const ask = () => {
    const request = round.next()
    if (request === null) socket.end()
    else socket.write(request)
  }
  socket.on('connect', ask).on('close', () => resolve())
  socket.on('error', reject)
  return promise
}
