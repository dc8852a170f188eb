import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import { callOtherwise } from './call-otherwise.ts'
import type { Face } from './faces.ts'

const { resolve } = createRequire(import.meta.url)

/** What joins and places letters; figures of other widths and the like are left out. */
const joining = ['ccmp', 'locl', 'rvrn', 'init', 'medi', 'fina', 'rlig', 'liga', 'calt']
const placing = ['mark', 'mkmk']

/** The copyright, the licence and where it stands: the Open Font License asks for them. */
const notices = [0, 13, 14]

/** Cuts a font down to what its face says, as a woff2 file. */
export async function cutFace(face: Face): Promise<Uint8Array> {
  const whole = await readFile(resolve(face.from))
  const { reserved } = face
  if (reserved === undefined) return cut(face, whole, 'woff2')
  const unpacked = Buffer.from(await cut(face, whole, 'sfnt'))
  return cut(face, callOtherwise(unpacked, reserved.name, reserved.instead), 'woff2')
}

function cut({ range, weight, kerned }: Face, whole: Buffer, targetFormat: 'sfnt' | 'woff2') {
  return subsetFont(whole, lettersIn(range), {
    targetFormat,
    ...(weight === null ? {} : { variationAxes: { wght: weight } }),
    keepFeatures: [...joining, ...placing, ...(kerned ? ['kern'] : [])],
    preserveNameIds: notices,
    noHinting: true,
  })
}

/** The characters of a unicode-range: "U+0020-007E, U+00A0". */
export function lettersIn(range: string): string {
  const spans = range.split(', ').map((span) => {
    const [first = '', last = first] = span.slice(2).split('-')
    return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) }
  })
  const points = spans.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  )
  return String.fromCodePoint(...points)
}

/** The rule by which a style sheet finds the file of a face, which lies beside it. */
export function ruleOf({ name, family, style, usedFor, range }: Face): string {
  return `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${usedFor.min} ${usedFor.max};
  font-display: swap;
  src: url("./${name}.woff2") format("woff2");
  unicode-range: ${range};
}
`
}
