/**
 * Asks for pages of results, so many a second, and keeps to that however late the answers come. Each
 * line begins or ends it: `{ port, paths, everyMilliseconds }`, or null. Answers with how many came.
 */
import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { connectTo, requestOf } from './connection.ts'

export interface Searching {
  readonly port: number
  /** Asked for in turn. */
  readonly paths: readonly string[]
  readonly everyMilliseconds: number
}

/** Open connections on which nothing is asked. */
const idle = new Set<Socket>()
let timer: NodeJS.Timeout | undefined
let answered = 0
let turn = 0

for await (const line of createInterface({ input: process.stdin })) {
  const searching: Searching | null = JSON.parse(line)
  clearInterval(timer)
  if (searching !== null) {
    answered = 0
    timer = setInterval(() => ask(searching), searching.everyMilliseconds)
  }
  process.stdout.write(`${answered}\n`)
}

function ask({ port, paths }: Searching): void {
  const path = paths[turn % paths.length] ?? '/'
  turn += 1
  const [free] = idle
  const socket = free ?? openConnection(port)
  idle.delete(socket)
  socket.write(requestOf(port, path))
}

function openConnection(port: number): Socket {
  const socket = connectTo(port, (ok) => {
    if (!ok) throw new Error('A page of results was not answered with 200')
    answered += 1
    idle.add(socket)
  })
  // The server lets a connection go that nobody used for a while.
  return socket.on('close', () => idle.delete(socket))
}
