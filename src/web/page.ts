import type { Context } from 'hono'
import type { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Shared, Visit } from './visit.ts'

export type Html = ReturnType<typeof html>

/** A part of a page: markup that was just drawn, or the bytes of markup that many pages show. */
export type Piece = Html | Uint8Array

/** Written straight into their place: a string that was put together is walked only once. */
export function inBytes(pieces: readonly Piece[]): Buffer<ArrayBuffer> {
  const parts = pieces.map((piece) => (piece instanceof Uint8Array ? piece : textOf(piece)))
  const lengths = parts.map((part) => Buffer.byteLength(part))
  const bytes = Buffer.allocUnsafeSlow(lengths.reduce((sum, length) => sum + length, 0))
  let at = 0
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string') bytes.write(part, at)
    else bytes.set(part, at)
    at += lengths[index] ?? 0
  }
  return bytes
}

export function textOf(markup: Html): string {
  if (markup instanceof Promise) throw new TypeError('A page waits for nothing while it is drawn')
  return String(markup)
}

/** Three days of stale pages when the stand is down; ten seconds of staleness otherwise. */
export const forAnyone = 'public, max-age=10, stale-while-revalidate=60, stale-if-error=259200'
export const forNobodyElse = 'private, no-store'
export const forEver = 'public, max-age=31536000, immutable'
/** What may be withdrawn must not be kept for long by others. */
export const forADay = 'public, max-age=86400'

interface Sending {
  readonly status?: ContentfulStatusCode
  /** Only for a page that is the same bytes for everyone. */
  readonly shared?: Shared
}

/** A page that says nothing about sharing is kept by nobody. */
export async function sendPage(c: Context<Visit>, page: readonly Piece[], sending: Sending = {}) {
  const { status = 200, shared } = sending
  const body = inBytes(page)
  if (shared === undefined || c.get('alone'))
    return c.body(body, status, { ...pageType, ...keptByNobody })
  // The step that makes pages puts the answer together: see keeping/page-cache.ts.
  c.set('printed', { body, ...shared })
  return c.body(null)
}

export const pageType = { 'content-type': 'text/html; charset=utf-8' }
const keptByNobody = { 'cache-control': forNobodyElse }

/** What is said of every page that is the same for everyone. */
export const sharedHeaders = {
  ...pageType,
  'cache-control': forAnyone,
  vary: 'Accept-Encoding',
}

/** What was asked beyond the path ("?kind=journal"): whoever is led on asks it there; or empty. */
export const questionOf = (c: Context<Visit>): string => new URL(c.req.url).search

/** The page has another address for good. Kept as shortly as a page, lest a mistake be kept. */
export function sendMoved(c: Context<Visit>, to: string): Response {
  c.header('cache-control', forAnyone)
  return c.redirect(to, 301)
}
