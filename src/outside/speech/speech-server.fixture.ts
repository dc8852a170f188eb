import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface Asked {
  readonly path: string
  readonly key: string | undefined
  readonly body: Readonly<Record<string, unknown>>
}

export interface SpeakingServer extends AsyncDisposable {
  readonly url: URL
  readonly asked: readonly Asked[]
}

type Answer = (asked: Asked, response: ServerResponse) => void

/** A server on this machine that answers at the paths given, and 404 at all others. */
export async function speakingServer(
  answers: Readonly<Record<string, Answer>>,
): Promise<SpeakingServer> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await textOf(request))
    const one = { path: request.url ?? '', key: request.headers.authorization, body }
    asked.push(one)
    const answer = answers[one.path]
    if (answer === undefined) json(response, 404, { detail: 'Not Found' })
    else answer(one, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Says a text as OpenAI's server does: its WAV does not know its own length. */
export const saysWav: Answer = ({ body }, response) => {
  response.writeHead(200, { 'content-type': 'audio/wav' })
  response.end(wavOf(String(body.input).length * 1_000))
}

export function json(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** A WAV of so many samples at 24 kHz, 16 bits, one channel. */
export function wavOf(samples: number): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(0xffff_ffff, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(24_000, 24)
  head.writeUInt32LE(48_000, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(0xffff_ffff, 40)
  return Buffer.concat([head, Buffer.from(Int16Array.from({ length: samples }, () => 500).buffer)])
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
