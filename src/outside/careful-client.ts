import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import type { Dispatcher } from 'undici'
import { bad, good, type Outcome } from '#ground/outcome'
import { isPublicAddress } from './public-address.ts'
import { packings, readBody } from './read-body.ts'
import { fetchFailed, type Refusal, shown, tooLarge, tooSlow } from './refusal.ts'
import { type AddressRules, codeOf, type Pin, readAddress, vetAddress } from './vet-address.ts'

export interface CarefulClient {
  /**
   * Fetches an address that a stranger gave. Expected endings are values: bytes (unpacked), 304
   * with no bytes, or a refusal: "link.refused", "fetch.too-slow", "fetch.too-large",
   * "fetch.too-many-redirects", "fetch.failed".
   */
  fetch(address: string, wish: Wish): Promise<Outcome<Fetched, Refusal>>
}

export interface Wish {
  readonly accept?: string
  /** More headers, such as If-None-Match. Sent to every machine that is redirected to. */
  readonly headers?: Readonly<Record<string, string>>
  /** Counted twice: as it comes, and unpacked. */
  readonly maxBytes: number
  /** From now to the last byte, redirects and name look-ups included. */
  readonly maxMilliseconds: number
}

export interface Fetched {
  readonly bytes: Uint8Array
  readonly contentType: string | null
  /** 200–299, or 304. */
  readonly status: number
  /** Where it was found after all redirects. */
  readonly address: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** True when `address` is a new one and every redirect on the way was a permanent one. */
  readonly movedForGood: boolean
}

export interface ClientOptions extends Partial<AddressRules> {
  /** This stand's own address, so that a server's owner can see who asks. */
  readonly publicUrl: string
  /** The longest silence between two bytes. */
  readonly maxSilence?: number
}

const mostRedirects = 5
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const permanent: ReadonlySet<number> = new Set([301, 308])

/** A client for strangers' addresses; strict unless the options say otherwise (tests do). */
export function openCarefulClient(options: ClientOptions): CarefulClient {
  const rules: AddressRules = {
    resolve: options.resolve ?? ((host) => lookup(host, { all: true })),
    isPublic: options.isPublic ?? isPublicAddress,
    ports: options.ports ?? [80, 443],
  }
  const userAgent = `Kiosk/0.1 (+${options.publicUrl})`
  const maxSilence = options.maxSilence ?? 10_000

  return {
    async fetch(address, wish) {
      const start = readAddress(address)
      if (!start.ok) return start
      const headers = { ...wish.headers, accept: wish.accept ?? '*/*', 'user-agent': userAgent }
      const clock = new AbortController()
      const alarm = setTimeout(() => clock.abort(), wish.maxMilliseconds)
      try {
        return await follow(start.value, { rules, headers, maxSilence, wish, signal: clock.signal })
      } finally {
        clearTimeout(alarm)
      }
    },
  }
}

interface Errand {
  readonly rules: AddressRules
  readonly headers: Readonly<Record<string, string>>
  readonly maxSilence: number
  readonly wish: Wish
  readonly signal: AbortSignal
}

/** Redirects are followed by hand, because each leads to a new address that has to be vetted. */
async function follow(start: URL, errand: Errand): Promise<Outcome<Fetched, Refusal>> {
  let url = start
  let lasting = true
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const pin = await beforeTheEnd(vetAddress(url, errand.rules), url, errand)
    if (!pin.ok) return pin
    const answer = await ask(url, pin.value, errand)
    if (!answer.ok) return answer
    if (answer.value.kind === 'whole') {
      const movedForGood = lasting && hop > 0
      return good({ ...answer.value.fetched, address: url.href, movedForGood })
    }
    const next = readAddress(answer.value.to, url)
    if (!next.ok) return next
    lasting &&= answer.value.lasting
    url = next.value
  }
  const message = `${shown(start)} redirects more than ${mostRedirects} times; give its last address.`
  return bad({ code: 'fetch.too-many-redirects', message, status: null })
}

type Answer =
  | { readonly kind: 'moved'; readonly to: string; readonly lasting: boolean }
  | { readonly kind: 'whole'; readonly fetched: Omit<Fetched, 'address' | 'movedForGood'> }

/** One request to a pinned machine, over a connection that nobody else uses. */
async function ask(url: URL, pin: Pin, errand: Errand): Promise<Outcome<Answer, Refusal>> {
  const { headers, maxSilence, wish, signal } = errand
  const { Agent } = await import('undici')
  const agent = new Agent({
    allowH2: false,
    connect: { lookup: pinnedTo(pin), timeout: wish.maxMilliseconds },
    headersTimeout: wish.maxMilliseconds,
    bodyTimeout: Math.min(maxSilence, wish.maxMilliseconds),
  })
  try {
    const path = `${url.pathname}${url.search}`
    const sent = { ...headers, 'accept-encoding': packings }
    const method = 'GET'
    const answer = await agent.request({ origin: url.origin, path, method, headers: sent, signal })
    // Without a listener, a body that is thrown away half-read would end the process.
    answer.body.on('error', () => {})
    return await understand(url, answer, wish)
  } catch (error) {
    if (signal.aborted) return bad(tooSlow(url, wish.maxMilliseconds))
    const code = codeOf(error)
    return bad(/TIMEOUT$/.test(code) ? tooSlow(url, maxSilence) : fetchFailed(url, code))
  } finally {
    await agent.destroy()
  }
}

/** The only name look-up that a connection is given: what was vetted, whatever is asked for. */
export function pinnedTo([first, ...others]: Pin): LookupFunction {
  return (_host, { all }, answer) => {
    if (all) answer(null, [first, ...others])
    else answer(null, first.address, first.family)
  }
}

async function understand(
  url: URL,
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  wish: Wish,
): Promise<Outcome<Answer, Refusal>> {
  const header = (name: string) => [headers[name] ?? []].flat()[0] ?? null
  const to = header('location')
  if (redirects.has(status) && to !== null) {
    return good({ kind: 'moved', to, lasting: permanent.has(status) })
  }
  if (status !== 304 && (status < 200 || status > 299)) {
    return bad(fetchFailed(url, `it answers with status ${status}`, status))
  }
  const read = await readBody(body, header('content-encoding') ?? '', wish.maxBytes)
  if (!read.ok && read.reason === 'too-large') return bad(tooLarge(url, wish.maxBytes))
  if (!read.ok) return bad(fetchFailed(url, 'it is packed in a way that was not asked for'))
  const fetched = {
    bytes: status === 304 ? new Uint8Array() : read.value,
    contentType: header('content-type'),
    status,
    etag: header('etag'),
    lastModified: header('last-modified'),
  }
  return good({ kind: 'whole', fetched })
}

/** A resolver cannot be stopped, but its answer need not be waited for. */
function beforeTheEnd<Value>(
  work: Promise<Outcome<Value, Refusal>>,
  url: URL,
  { signal, wish }: Errand,
): Promise<Outcome<Value, Refusal>> {
  const { promise, resolve } = Promise.withResolvers<Outcome<Value, Refusal>>()
  const giveUp = () => resolve(bad(tooSlow(url, wish.maxMilliseconds)))
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  return Promise.race([work, promise])
}
