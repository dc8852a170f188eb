/** A font that browsers are given: which letters of which file, and in what weights. */
export interface Face {
  /** Its file is called so, and layout.ts asks for it by this name. */
  readonly name: string
  readonly family: 'Newsreader' | 'Noto Naskh' | 'Noto Naskh Persian' | Chosen
  readonly style: 'normal' | 'italic'
  /** Where it can be weighed freely, or at what weight it is cut; null where it has one only. */
  readonly weight: number | Span | null
  /** The weights in the style sheet that it is used for. */
  readonly usedFor: Span
  /** The whole font, in node_modules. */
  readonly from: string
  /** The letters, as a style sheet writes them: a browser fetches the file only for these. */
  readonly range: string
  /** The name that its maker keeps for the whole font, and what the cut one is called inside. */
  readonly reserved?: { readonly name: string; readonly instead: string }
  /** Whether pairs of letters are moved together where they would gape. */
  readonly kerned: boolean
}

/**
 * What a reader may set stories in instead. The second is OpenDyslexic, a name that is kept for the
 * font as its maker cut it.
 */
export type Chosen = 'Hyperlegible' | 'For dyslexia'

export interface Span {
  readonly min: number
  readonly max: number
}

/** What the style sheet asks for: nothing is lighter than text or heavier than a masthead. */
const all: Span = { min: 400, max: 700 }
const light: Span = { min: 400, max: 499 }
const heavy: Span = { min: 500, max: 700 }

/**
 * What nearly every text in English, Dutch, German, French and Spanish is made of. Each letter more
 * brings its pairs with all others, so what is rarer stands in a file of its own: for 8 kB less.
 */
const common = [
  'U+0020-007E, U+00A0-00A1, U+00AB, U+00BB, U+00BF, U+00C0-00C2, U+00C4, U+00C7-00CB, U+00CD-00CF',
  'U+00D1, U+00D3-00D4, U+00D6, U+00D9-00DC, U+00DF-00EF, U+00F1-00F6, U+00F8-00FD, U+00FF',
  'U+0152-0153, U+2013-2014, U+2018-201A, U+201C-201E, U+2026, U+20AC',
].join(', ')

/** The capitals and signs of western languages that few texts have. */
const rarer = [
  'U+00A2-00AA, U+00AC-00B4, U+00B6-00BA, U+00BC-00BE, U+00C3, U+00C5-00C6, U+00CC, U+00D0, U+00D2',
  'U+00D5, U+00D7-00D8, U+00DD-00DE, U+00F0, U+00F7, U+00FE, U+0131, U+2022, U+2039-203A, U+2122',
  'U+2212',
].join(', ')

/** The signs of micro, of feet and of inches, which not every font has. */
const measures = 'U+00B5, U+2032-2033'

/** Polish, Czech, Hungarian, Turkish, Romanian, Baltic, Croatian, Maltese, Welsh and their like. */
const wider = [
  'U+0100-0130, U+0134-0148, U+014A-0151, U+0154-017E, U+0218-021B, U+1E80-1E85, U+1E9E',
  'U+1EF2-1EF3',
].join(', ')

/** Of the wider letters those that both chosen faces have: Polish, Czech, Turkish, Baltic. */
const chosenWider = [
  'U+0100-0107, U+010A-0113, U+0116-011B, U+011E-0123, U+0126-0127, U+012A-012B, U+012E-0130',
  'U+0136-0137, U+0139-013E, U+0141-0148, U+0150-0151, U+0154-0155, U+0158-015B, U+015E-0165',
  'U+016A-016B, U+016E-017E, U+0218-021B, U+1E80-1E85, U+1E9E, U+1EF2-1EF3',
].join(', ')

/** Western letters whole: few visits want these faces, and none begins with one. */
const western = `${common}, ${rarer}`

const vietnamese = 'U+01A0-01A1, U+01AF-01B0, U+1EA0-1EF1, U+1EF4-1EF9, U+20AB'

/** Arabic, with the letters it borrows from Persian, and its vowel signs, digits and joiners. */
const arabic = [
  'U+060C, U+061B, U+061F, U+0621-063A, U+0640-0652, U+0660-066C, U+0670-0671, U+067E, U+0686',
  'U+0698, U+06A4, U+06A9, U+06AF, U+06CC, U+200C-200E',
].join(', ')

/** Persian, Urdu and Pashto, whole: letters of one word must not come from two files. */
const persian = [
  'U+060C, U+061B-061C, U+061F-063A, U+0640-0657, U+0660-066D, U+0670-0671, U+0674, U+0679',
  'U+067C, U+067E, U+0681, U+0685-0686, U+0688-0689, U+0691, U+0693, U+0696, U+0698, U+069A',
  'U+06A4, U+06A9, U+06AB, U+06AF, U+06BA, U+06BC, U+06BE, U+06C0-06C3, U+06CC-06CD, U+06D0',
  'U+06D2-06D5, U+06F0-06F9, U+200C-200E, U+FD3E-FD3F, U+FDF2, U+FDFA, U+FDFC',
].join(', ')

/** What Arabic text borrows: spaces, brackets, quotation marks, dashes, Western digits. */
const borrowed = [
  'U+0020-0021, U+0025, U+0028-0029, U+002D-003A, U+005B, U+005D, U+00A0, U+00AB, U+00BB',
  'U+2013-2014, U+2026',
].join(', ')

const newsreader = '@fontsource-variable/newsreader/files/newsreader'
const hyperlegible =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'
const dyslexic = '@fontsource/opendyslexic/files/opendyslexic-latin'
const naskh = '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic'

/**
 * Every face of the stand. Italics come in two weights and not in all, for half the bytes: they are
 * a word here and there. No letter stands in two faces of a kind.
 */
export const faces: readonly Face[] = [
  latin('newsreader-latin', 'latin', 'normal', all, all, common),
  latin('newsreader-italic', 'latin', 'italic', 400, light, common),
  latin('newsreader-bold-italic', 'latin', 'italic', 600, heavy, common),
  latin('newsreader-rarer', 'latin', 'normal', all, all, `${rarer}, ${measures}`),
  latin('newsreader-rarer-italic', 'latin', 'italic', 400, light, `${rarer}, ${measures}`),
  latin('newsreader-wider', 'latin-ext', 'normal', all, all, wider),
  latin('newsreader-wider-italic', 'latin-ext', 'italic', 400, light, wider),
  latin('newsreader-vietnamese', 'vietnamese', 'normal', all, all, vietnamese),
  latin('newsreader-vietnamese-italic', 'vietnamese', 'italic', 400, light, vietnamese),
  arab('naskh', 'Noto Naskh', 'arabic', arabic),
  arab('naskh-borrowed', 'Noto Naskh', 'latin', borrowed),
  arab('naskh-persian', 'Noto Naskh Persian', 'arabic', persian),
  legible('hyperlegible', 'latin-wght-normal', all, western),
  legible('hyperlegible-italic', 'latin-wght-italic', 400, western),
  legible('hyperlegible-wider', 'latin-ext-wght-normal', all, chosenWider),
  legible('hyperlegible-wider-italic', 'latin-ext-wght-italic', 400, chosenWider),
  forDyslexia('dyslexic', '400-normal', light, `${western}, ${measures}`),
  forDyslexia('dyslexic-bold', '700-normal', heavy, `${western}, ${measures}`),
  forDyslexia('dyslexic-italic', '400-italic', all, `${western}, ${measures}`),
  forDyslexia('dyslexic-wider', '400-normal', light, chosenWider),
  forDyslexia('dyslexic-wider-bold', '700-normal', heavy, chosenWider),
  forDyslexia('dyslexic-wider-italic', '400-italic', all, chosenWider),
]

function legible(name: string, file: string, weight: Face['weight'], range: string): Face {
  const style = file.endsWith('italic') ? 'italic' : 'normal'
  const from = `${hyperlegible}-${file}.woff2`
  return { name, family: 'Hyperlegible', style, weight, usedFor: all, from, range, kerned: true }
}

/** Faces of one style part the weights alike: of two that do not, a browser looks into one. */
function forDyslexia(name: string, file: string, usedFor: Span, range: string): Face {
  const style = file.endsWith('italic') ? 'italic' : 'normal'
  const from = `${dyslexic}-${file}.woff2`
  const reserved = { name: 'OpenDyslexic', instead: 'ForDyslexics' }
  const cut = { weight: null, from, range, kerned: true, reserved }
  return { name, family: 'For dyslexia', style, usedFor, ...cut }
}

function latin(
  name: string,
  letters: string,
  style: Face['style'],
  weight: Face['weight'],
  usedFor: Span,
  range: string,
): Face {
  const from = `${newsreader}-${letters}-wght-${style}.woff2`
  // Pairs are half of the file: they are for headlines, and between the commonest letters.
  const kerned = name === 'newsreader-latin'
  return { name, family: 'Newsreader', style, weight, usedFor, from, range, kerned }
}

function arab(name: string, family: Face['family'], letters: string, range: string): Face {
  const from = `${naskh}-${letters}-wght-normal.woff2`
  return { name, family, style: 'normal', weight: all, usedFor: all, from, range, kerned: true }
}
