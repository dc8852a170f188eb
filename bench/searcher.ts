/**
 * Asks for pages of results, so many a second, and keeps to that however late the answers come. Each
 * line begins or ends it: `{ port, paths, everyMilliseconds }`, or null. Answers with how many came.
 */
import { Agent, get } from 'node:http'
import { createInterface } from 'node:readline'

export interface Searching {
  readonly port: number
  /** Asked for in turn. */
  readonly paths: readonly string[]
  readonly everyMilliseconds: number
}

const agent = new Agent({ keepAlive: true })
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
  const path = paths[turn % paths.length]
  turn += 1
  const request = get({ agent, host: '127.0.0.1', port, path }, (answer) => {
    if (answer.statusCode !== 200) throw new Error(`${path} answers ${answer.statusCode}`)
    answer.resume().on('end', () => {
      answered += 1
    })
  })
  // The server may have let a connection go that nobody used for a while.
  request.on('error', (error) => {
    if (!request.reusedSocket) throw error
  })
}
