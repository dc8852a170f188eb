import { request } from 'undici'
import { EngineError, type EngineFault } from '#translate'
import { readBody } from '../read-body.ts'
import { waitIn } from '../retry-after.ts'

/** One request to an engine. Its address is the operator's own, and may be on the stand's network. */
export interface EngineRequest {
  /** What it is called in messages. */
  readonly name: string
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as a form or as JSON; without one it is a GET. */
  readonly form?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly signal?: AbortSignal
  /** Milliseconds from the first to the last byte. */
  readonly patience?: number
}

export interface EngineAnswer {
  readonly status: number
  readonly retryAfter: Temporal.Duration | undefined
  /** Null where it is no JSON. */
  readonly json: unknown
}

const mostBytes = 4_000_000

/**
 * Asks an engine, and answers whatever its status.
 * @throws EngineError when no answer came, or not in time, or too large a one
 */
export async function askEngine(asked: EngineRequest): Promise<EngineAnswer> {
  const { name, url, signal, patience = 30_000 } = asked
  const inTime = AbortSignal.timeout(patience)
  try {
    const answer = await request(url, {
      method: asked.form || asked.json ? 'POST' : 'GET',
      headers: { accept: 'application/json', ...typeOf(asked), ...asked.headers },
      body: bodyOf(asked),
      signal: signal === undefined ? inTime : AbortSignal.any([signal, inTime]),
      headersTimeout: patience,
      bodyTimeout: patience,
    })
    answer.body.on('error', () => {})
    const packing = [answer.headers['content-encoding'] ?? ''].flat()[0] ?? ''
    const read = await readBody(answer.body, packing, mostBytes)
    if (!read.ok) throw new EngineError('bad-output', `${name} sent too much.`)
    const text = new TextDecoder().decode(read.value)
    const later = [answer.headers['retry-after'] ?? ''].flat()[0] ?? ''
    return { status: answer.statusCode, retryAfter: waitIn(later), json: jsonIn(text) }
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    if (error instanceof EngineError) throw error
    if (inTime.aborted || isTimeout(error)) {
      throw new EngineError('timeout', `${name} did not answer whole within ${patience / 1_000} s.`)
    }
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new EngineError('down', `${name} cannot be reached at ${url.origin}${code}.`)
  }
}

/** What a status means where an engine gives it no meaning of its own. */
export function statusFault(status: number): EngineFault {
  if (status === 401 || status === 403) return 'auth'
  if (status === 402 || status === 456) return 'quota'
  if (status === 408 || status === 504) return 'timeout'
  if (status === 413 || status === 414) return 'too-long'
  if (status === 429) return 'rate'
  return status === 400 || status === 422 ? 'bad-output' : 'down'
}

/** @throws EngineError always; the message tells the status and nothing of what was sent */
export function refuse(
  name: string,
  answer: EngineAnswer,
  fault = statusFault(answer.status),
): never {
  const page = answer.json === null ? ', and not in JSON' : ''
  throw new EngineError(fault, `${name} answered ${answer.status}${page}.`, answer.retryAfter)
}

/** An address below the operator's, which may have a path of its own. */
export function below(base: URL, path: string): URL {
  return new URL(`${base.pathname.replace(/\/+$/, '')}${path}`, base)
}

const typeOf = ({ form, json }: EngineRequest): Record<string, string> =>
  form
    ? { 'content-type': 'application/x-www-form-urlencoded' }
    : json
      ? { 'content-type': 'application/json' }
      : {}

function bodyOf({ form, json }: EngineRequest): string | null {
  if (form) return new URLSearchParams(form).toString()
  return json === undefined ? null : JSON.stringify(json)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /TIMEOUT/.test(String(error.code))
}
