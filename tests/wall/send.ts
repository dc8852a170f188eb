import { Agent, request as begin } from 'node:http'
import { connect } from 'node:net'
import type { Answer } from './detector.ts'
import type { Request } from './tricks.ts'

/** Sends requests as they stand, to one port of this machine; its connections close with it. */
export function openSender(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const host = '127.0.0.1'
  const sendNew = ({ method, path, headers }: Request): Promise<Answer> => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const asking = begin({ host, port, method, path, headers, agent }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const { statusCode: status = 0, rawHeaders } = answer
        resolve({ status, headers: pairsOf(rawHeaders), body: Buffer.concat(chunks) })
      })
    })
    asking.on('error', reject)
    asking.end()
    return promise
  }
  return {
    send: (request: Request) => (request.old ? sendOld(port, request) : sendNew(request)),
    [Symbol.dispose]: () => agent.destroy(),
  }
}

export type Sender = ReturnType<typeof openSender>

function pairsOf(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []))
}

/** As HTTP 1.0 has it: no host, and the connection ends with the answer. */
function sendOld(port: number, { method, path, headers }: Request): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const socket = connect({ port, host: '127.0.0.1' })
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.on('error', reject)
  socket.on('close', () => resolve(answerIn(Buffer.concat(chunks))))
  socket.write(`${method} ${path} HTTP/1.0\r\n${lines.join('')}\r\n`)
  return promise
}

function answerIn(bytes: Buffer): Answer {
  const end = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const [name = '', ...value] = line.split(': ')
    return [name, value.join(': ')]
  })
  return { status: Number(first.split(' ')[1]), headers, body: bytes.subarray(end + 4) }
}
