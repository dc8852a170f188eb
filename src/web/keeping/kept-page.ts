import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { digestOf } from '#ground/digest'
import type { Printed } from '../visit.ts'
import { type Encoding, encodingFor } from './encoding.ts'

/** A finished page that is the same for everyone, ready to be sent. */
export interface KeptPage {
  /** The slug of the publication it shows, or 'everything'. */
  readonly shows: string
  /** Milliseconds since 1970 at which it stops being true. */
  readonly until: number
  /** Bytes of memory, with room for its compressed forms. */
  readonly size: number
  readonly answer: (request: Request) => Response | Promise<Response>
}

interface Form {
  readonly body: Uint8Array<ArrayBuffer>
  readonly tag: string
  readonly headers: Readonly<Record<string, string>>
}

export type HeaderTable = Readonly<Record<string, string>>

/**
 * Keeps a page in the forms in which browsers ask for it. Each compressed form is made once, on
 * another thread, when it is first asked for.
 * @param headers those of the answer without ETag, Content-Length and Content-Encoding
 * @param compressing whether it is worth compressing: only a page that will be asked for again is
 */
export function keepPage(printed: Printed, headers: HeaderTable, compressing: boolean): KeptPage {
  const { body } = printed
  const digest = digestOf(body).slice(0, 24)
  const typed = printed.type === undefined ? headers : { ...headers, 'content-type': printed.type }
  const plain = formOf(body, digest, 'identity', typed)
  const forms = new Map<Encoding, Form | Promise<Form>>([['identity', plain]])

  const inForm = (encoding: Encoding): Form | Promise<Form> => {
    const known = forms.get(encoding)
    if (known !== undefined) return known
    const making = compress(body, encoding)
      .then((small) => formOf(small, digest, encoding, typed))
      .catch(() => plain)
      .then((form) => {
        forms.set(encoding, form)
        return form
      })
    forms.set(encoding, making)
    return making
  }

  return {
    shows: printed.shows,
    until: printed.until?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    size: Math.ceil(body.length * withCompressed) + 1_000,
    answer: (request) => {
      const wanted = compressing ? encodingFor(request.headers.get('accept-encoding')) : 'identity'
      const form = inForm(wanted)
      return form instanceof Promise ? form.then((one) => send(one, request)) : send(form, request)
    },
  }
}

/** A page of text shrinks to about a fifth with brotli and a quarter with gzip. */
const withCompressed = 1.5

function formOf(
  body: Buffer<ArrayBuffer>,
  digest: string,
  coding: Encoding,
  common: HeaderTable,
): Form {
  const tag = coding === 'identity' ? `"${digest}"` : `"${digest}-${coding}"`
  const encoded = coding === 'identity' ? {} : { 'content-encoding': coding }
  const headers = { ...common, ...encoded, etag: tag, 'content-length': String(body.length) }
  return { body, tag, headers }
}

function send({ body, tag, headers }: Form, request: Request): Response {
  if (matches(request.headers.get('if-none-match'), tag)) {
    return new Response(null, { status: 304, headers: withoutContent(headers) })
  }
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

function withoutContent(headers: HeaderTable): HeaderTable {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !name.startsWith('content-') || name.endsWith('policy'),
    ),
  )
}

/** RFC 9110, 13.1.2: a weak comparison, since a proxy may have weakened the tag. */
export function matches(header: string | null, tag: string): boolean {
  if (header === null) return false
  if (header.trim() === '*') return true
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}

const brotlied = promisify(brotliCompress)
const gzipped = promisify(gzip)

export async function compress(body: Buffer, encoding: Encoding): Promise<Buffer<ArrayBuffer>> {
  if (encoding === 'gzip') return Buffer.from(await gzipped(body, { level: 6 }))
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  return Buffer.from(await brotlied(body, { params: quality }))
}
