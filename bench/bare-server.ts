/** The limit: node:http that sends finished bytes from memory, and knows nothing else. */
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'

/** A page as it is sent; `body` in base64. */
export interface BarePage {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

for await (const line of createInterface({ input: process.stdin })) {
  const given: readonly BarePage[] = JSON.parse(line)
  const pages = new Map(
    given.map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body, 'base64') }]),
  )
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    if (page === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, page.headers)
    response.end(page.body)
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
  })
}
