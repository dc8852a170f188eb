const latin = new TextDecoder('latin1')

/** Where a name for the charset was found. */
export type Clue = 'mark' | 'header' | 'declaration' | 'page'

export interface CharsetClue {
  readonly from: Clue
  /** As it was written; it may be no charset at all. */
  readonly label: string
}

/**
 * Every name that the bytes and their Content-Type give for the charset, the most trusted first:
 * byte order mark, Content-Type, XML declaration, `<meta>`.
 */
export function charsetClues(bytes: Uint8Array, contentType: string | null): CharsetClue[] {
  const start = startOf(bytes)
  const found: readonly (readonly [Clue, string | undefined])[] = [
    ['mark', markOf(bytes)],
    ['header', contentType?.match(/charset\s*=\s*["']?([^\s"';,]+)/i)?.[1]],
    ['declaration', inOneByte(start.match(declaration)?.[1])],
    ['page', inOneByte(start.match(meta)?.[1])],
  ]
  return found.flatMap(([from, label]) => (label === undefined ? [] : [{ from, label }]))
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  // No mark, but "<?" in two bytes a letter (XML 1.0, appendix F).
  ['utf-16le', [0x3c, 0, 0x3f, 0]],
  ['utf-16be', [0, 0x3c, 0, 0x3f]],
]

function markOf(bytes: Uint8Array): string | undefined {
  return marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0]
}

const declaration = /^\s*<\?xml[^>]*?encoding\s*=\s*["']\s*([\w.:-]+)/i
const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i

/** A name that could be read byte by byte cannot be of a two-byte charset: it lies. */
function inOneByte(label: string | undefined): string | undefined {
  const isWide = /^(?:utf-?16|utf-?32|ucs-?[24]|iso-10646-ucs)/i.test(label ?? '')
  return isWide ? 'utf-8' : label
}

const startOf = (bytes: Uint8Array): string => latin.decode(bytes.subarray(0, 1024))
