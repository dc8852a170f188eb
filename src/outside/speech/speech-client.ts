import { Agent } from 'undici'
import { SpeechError, type SpeechFault } from '#narrate'
import { readBody } from '../read-body.ts'
import { waitIn } from '../retry-after.ts'
import { codeOf } from '../vet-address.ts'

export interface SpeechClientSettings {
  readonly url: URL
  readonly key: string | null
  /** Milliseconds that one answer may take. */
  readonly patience?: number
}

/** What a server answered, whatever it was. */
export interface SpeechAnswer {
  /** Where, as the operator is told. */
  readonly at: string
  readonly status: number
  /** The media type, with its parameters. */
  readonly type: string
  readonly retryAfter: string
  readonly bytes: Uint8Array
}

export interface SpeechClient {
  /** @throws SpeechError when there is no answer; an aborted call the signal's reason */
  ask(path: string, body: unknown, signal: AbortSignal): Promise<SpeechAnswer>
}

/** Some six minutes of the best sound: no sentence is longer. */
const mostBytes = 40 * 2 ** 20

/**
 * Asks the operator's own server, which may stand anywhere. It is believed in nothing: its answers
 * are limited in time and size, and redirects are not followed, for they would be told the key.
 */
export function openSpeechClient({
  url,
  key,
  patience = 30_000,
}: SpeechClientSettings): SpeechClient {
  const agent = new Agent({
    allowH2: false,
    connect: { timeout: 5_000 },
    headersTimeout: patience,
    bodyTimeout: patience,
  })
  const base = url.pathname.replace(/(?:\/v1)?\/*$/, '')
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': 'identity',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  }
  return {
    async ask(path, body, signal) {
      const at = `${url.origin}${base}/${path}`
      const clock = AbortSignal.timeout(patience)
      try {
        const answer = await agent.request({
          origin: url.origin,
          path: `${base}/${path}`,
          method: 'POST',
          headers,
          body: JSON.stringify(body),
          signal: AbortSignal.any([signal, clock]),
        })
        // Without a listener, a body that is thrown away half-read would end the process.
        answer.body.on('error', () => {})
        const header = (name: string) => [answer.headers[name] ?? []].flat()[0] ?? ''
        const read = await readBody(answer.body, header('content-encoding'), mostBytes)
        if (!read.ok) throw new SpeechError('bad-output', `${at} answers too much, or packed`)
        const [type, retryAfter] = [header('content-type'), header('retry-after')]
        return { at, status: answer.statusCode, type, retryAfter, bytes: read.value }
      } catch (error) {
        signal.throwIfAborted()
        throw error instanceof SpeechError ? error : withoutAnswer(at, error, clock.aborted)
      }
    },
  }
}

function withoutAnswer(at: string, error: unknown, tooLate: boolean): SpeechError {
  const code = codeOf(error)
  if (tooLate || /TIMEOUT$/.test(code)) return new SpeechError('timeout', `${at} does not answer`)
  return new SpeechError('down', `${at} cannot be reached (${code})`)
}

const faults: Readonly<Record<number, readonly [fault: SpeechFault, what: string]>> = {
  401: ['auth', 'does not take the key'],
  402: ['quota', 'wants to be paid'],
  403: ['auth', 'does not allow this with the key'],
  408: ['timeout', 'took too long'],
  413: ['too-long', 'says that a sentence is too long'],
  429: ['rate', 'is asked too often'],
}

/** @throws SpeechError unless it was answered well; never with words of the server, which may be ours */
export function demandGood(answer: SpeechAnswer): SpeechAnswer {
  const { status, at } = answer
  if (status === 200) return answer
  if (status === 429 && /insufficient_quota/.test(textIn(answer))) {
    throw new SpeechError('quota', `${at} says that the quota is used up`)
  }
  const [fault, what] = faults[status] ?? [status >= 500 ? 'down' : 'bad-output', 'fails']
  throw new SpeechError(fault, `${at} ${what} (status ${status})`, waitIn(answer.retryAfter))
}

/** That something came instead of sound. */
export function badOutput({ at, type }: SpeechAnswer, what: string): SpeechError {
  const page = /html/i.test(type) ? '; it is a web page: is KIOSK_SPEECH_URL right?' : ''
  return new SpeechError('bad-output', `${at} answers ${what}${page}`)
}

export function jsonIn(answer: SpeechAnswer): unknown {
  try {
    return JSON.parse(textIn(answer))
  } catch {
    return null
  }
}

const textIn = ({ bytes }: SpeechAnswer) => Buffer.from(bytes).toString('utf8')
