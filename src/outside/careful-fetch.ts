import { lookup } from 'node:dns/promises'
import { Agent } from 'undici'
import { pinnedTo } from './careful-client.ts'
import { isPublicAddress } from './public-address.ts'
import { readBody } from './read-body.ts'
import { fetchFailed, type Refusal, tooLarge } from './refusal.ts'
import { type AddressRules, readAddress, vetAddress } from './vet-address.ts'

/** Nothing came back: `refusal` says why. */
export class CarefulFetchError extends Error {
  override readonly name = 'CarefulFetchError'
  readonly refusal: Refusal

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.message, options)
    this.refusal = refusal
  }
}

interface Sending {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

const mostBytes = 1_000_000
const milliseconds = 10_000

/**
 * A `fetch` for libraries, by the rules of the careful client: the address is vetted, the vetted
 * machine is the one that is connected to, no redirect is followed, and the answer is small and
 * comes in time.
 * @param rulesFor the rules for one address; what they leave out is as strict as can be
 */
export function carefulFetch(rulesFor: (url: URL) => Partial<AddressRules>) {
  return async (address: string, { method, headers, body }: Sending): Promise<Response> => {
    const url = readAddress(address)
    if (!url.ok) throw new CarefulFetchError(url.reason)
    const pin = await vetAddress(url.value, { ...strict, ...rulesFor(url.value) })
    if (!pin.ok) throw new CarefulFetchError(pin.reason)
    const times = { headersTimeout: milliseconds, bodyTimeout: milliseconds }
    const connect = { lookup: pinnedTo(pin.value), timeout: milliseconds }
    const agent = new Agent({ allowH2: false, connect, ...times })
    try {
      return await ask(agent, url.value, { method, headers, body })
    } catch (error) {
      if (error instanceof CarefulFetchError) throw error
      throw new CarefulFetchError(fetchFailed(url.value, 'no answer came'), { cause: error })
    } finally {
      await agent.destroy()
    }
  }
}

const strict: AddressRules = {
  resolve: (host) => lookup(host, { all: true }),
  isPublic: isPublicAddress,
  ports: [80, 443],
}

async function ask(agent: Agent, url: URL, { method, headers, body }: Sending): Promise<Response> {
  const answer = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: method === 'POST' ? 'POST' : 'GET',
    headers: { ...headers, 'accept-encoding': 'identity' },
    body: body === undefined || body === null ? null : String(body),
    signal: AbortSignal.timeout(milliseconds),
  })
  answer.body.on('error', () => {})
  const packing = [answer.headers['content-encoding'] ?? ''].flat()[0] ?? ''
  const read = await readBody(answer.body, packing, mostBytes)
  if (!read.ok) throw new CarefulFetchError(tooLarge(url, mostBytes))
  const type = [answer.headers['content-type'] ?? ''].flat()[0] ?? ''
  const empty = answer.statusCode === 204 || answer.statusCode === 304
  return new Response(empty ? null : new Uint8Array(read.value), {
    status: answer.statusCode,
    headers: { 'content-type': type },
  })
}
