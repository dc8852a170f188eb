import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import { bad, good, type Outcome } from '#ground/outcome'

/** What an answer may be packed with, for `Accept-Encoding`. */
export const packings = 'gzip, br, deflate'

const unpackers = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  br: promisify(brotliDecompress),
  deflate: (bytes: Uint8Array, limits: { maxOutputLength: number }) => inflateEither(bytes, limits),
}

const zlibInflate = promisify(inflate)
const zlibInflateRaw = promisify(inflateRaw)

/**
 * The whole of a body, unpacked, counted as it comes and again as it unfolds: what its headers say
 * of its length is not believed. Throws what the stream or zlib throws on broken bytes.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  encoding: string,
  maxBytes: number,
): Promise<Outcome<Uint8Array, 'too-large' | 'unknown-packing'>> {
  const name = encoding.trim().toLowerCase() || 'identity'
  if (name !== 'identity' && !isKnown(name)) return bad('unknown-packing')

  const chunks: Uint8Array[] = []
  let taken = 0
  for await (const chunk of body) {
    taken += chunk.byteLength
    if (taken > maxBytes) return bad('too-large')
    chunks.push(chunk)
  }
  const packed = Buffer.concat(chunks)
  if (name === 'identity' || packed.byteLength === 0) return good(packed)
  try {
    return good(await unpackers[name](packed, { maxOutputLength: maxBytes }))
  } catch (error) {
    // zlib stops in mid-stream as soon as it has made more than it may.
    if (error instanceof RangeError) return bad('too-large')
    throw error
  }
}

function isKnown(name: string): name is keyof typeof unpackers {
  return Object.hasOwn(unpackers, name)
}

/** "deflate" should come in a zlib wrapper (RFC 9110, 8.4.1.2), but some servers leave it off. */
function inflateEither(
  bytes: Uint8Array,
  limits: { maxOutputLength: number },
): Promise<Uint8Array> {
  const wrapped = ((bytes[0] ?? 0) & 0x0f) === 8
  return wrapped ? zlibInflate(bytes, limits) : zlibInflateRaw(bytes, limits)
}
