import {
  brotliDecompressSync,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib'

/** How deep things may be wrapped in one another: base64 of gzip of base64 is three. */
const deepest = 4

/** As much as is looked at of a text that was wrapped in another. */
const mostWrapped = 2 ** 22

/**
 * Everything that these bytes may be read as, themselves first: unpacked where they are packed, with
 * what is escaped said plainly, and with what is wrapped in them in base64 or hex taken out.
 * @param coding the Content-Encoding they were sent with, if any
 */
export function readingsOf(bytes: Buffer, coding = ''): string[] {
  const found: string[] = []
  const seen = new Set<string>()
  const read = (given: Buffer, depth: number) => {
    const key = given.toString('latin1')
    if (depth > deepest || seen.has(key)) return
    seen.add(key)
    for (const unpacked of unpackedOf(given)) read(unpacked, depth + 1)
    for (const text of textsOf(given)) {
      const plain = saidPlainly(text)
      found.push(plain)
      for (const wrapped of wrappedIn(plain)) read(wrapped, depth + 1)
    }
  }
  read(bytes, 0)
  for (const name of coding
    .toLowerCase()
    .split(/\s*,\s*/)
    .reverse()) {
    const decode = codings[name]
    const decoded = decode && attempt(() => decode(bytes))
    if (decoded) read(decoded, 0)
  }
  return found
}

type Decode = (bytes: Buffer) => Buffer

/** Those that do not say by their first bytes what they are. */
const codings: Readonly<Record<string, Decode>> = {
  br: (bytes) => brotliDecompressSync(bytes),
  deflate: (bytes) => inflateRawSync(bytes),
}

/** What says by its first bytes that it is packed. */
function unpackedOf(bytes: Buffer): Buffer[] {
  const start = bytes.subarray(0, 4).toString('hex')
  const tries: Decode[] = []
  if (start.startsWith('1f8b')) tries.push((given) => gunzipSync(given))
  if (start.startsWith('28b52ffd')) tries.push((given) => zstdDecompressSync(given))
  if (/^78(?:01|5e|9c|da)/.test(start)) tries.push((given) => inflateSync(given))
  return tries.flatMap((decode) => attempt(() => decode(bytes)) ?? [])
}

/** As UTF-8, and as what has a zero between its letters; other bytes keep their ASCII either way. */
function textsOf(bytes: Buffer): string[] {
  const text = bytes.toString('utf8')
  return text.includes('\0') ? [text, text.replaceAll('\0', '')] : [text]
}

/** What is escaped in any of the ways of the web, said as it is read. Twice, for what is so twice. */
function saidPlainly(text: string): string {
  return escapes.reduce(unescaped, escapes.reduce(unescaped, text))
}

type Escape = readonly [RegExp, number]

const escapes: readonly Escape[] = [
  [/%([0-9a-f]{2})/gi, 16],
  [/&#x0*([0-9a-f]{1,6});?/gi, 16],
  [/&#0*([0-9]{1,7});?/g, 10],
  [/\\u\{?([0-9a-f]{4,6})\}?/gi, 16],
  [/\\x([0-9a-f]{2})/gi, 16],
  [/\\0{0,4}([46-7][0-9a-f])\s?/gi, 16],
  [/=([2-7][0-9a-f])/gi, 16],
]

function unescaped(text: string, [pattern, base]: Escape): string {
  return text.replace(pattern, (whole, digits: string) => {
    const code = Number.parseInt(digits, base)
    return code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : whole
  })
}

/** What is written in the text as base64, of either alphabet, or as hex; wherever it begins. */
function wrappedIn(text: string): Buffer[] {
  const base64 = (text.slice(0, mostWrapped).match(/[\w+/-]{12,}/g) ?? []).flatMap((run) => {
    if (/^[\da-f]+$/i.test(run)) return [Buffer.from(run, 'hex')]
    return [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64'))
  })
  return base64.filter((bytes) => bytes.length >= 8 && isTelling(bytes))
}

/** Packed, or text for the most part: other bytes came from what was no base64. */
function isTelling(bytes: Buffer): boolean {
  if (unpackedOf(bytes).length > 0) return true
  const plain = bytes.filter((byte) => byte >= 0x20 && byte < 0x7f).length
  return plain >= bytes.length * 0.75
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch {
    return null
  }
}
