/**
 * What stands for the text of a story when it is compared with others: of each of 72 orders of all
 * shingles there are, the first that the text has. Two texts share a number as often as they share
 * shingles (MinHash: A. Broder, "On the resemblance and containment of documents", 1997). The text
 * cannot be had back from it; that it is alike to another can, so it stays behind the wall.
 */
export type Fingerprint = Readonly<Uint32Array>

/** Words in a shingle: five in a row are seldom the same by chance. */
const wordsInShingle = 5

/** Texts of fewer are alike by chance: "Tides", "Weather". */
const fewestShingles = 40

/** Equal numbers in a row by which alike texts find each other, and how many such rows there are. */
const rowsInBand = 3
const bandCount = 24
const length = rowsInBand * bandCount

/** From here on two stories are said to be the same: half of all that either has. */
export const alikeFrom = 0.5

/** The fingerprint of plain text; null for one too short to be told apart. */
export function fingerprintOf(text: string): Fingerprint | null {
  const shingles = shinglesOf(text)
  if (shingles.size < fewestShingles) return null
  const least = new Uint32Array(length).fill(0xff_ff_ff_ff)
  for (const shingle of shingles) {
    for (let at = 0; at < length; at += 1) {
      const place = mixed(shingle ^ (seeds[at] ?? 0))
      if (place < (least[at] ?? 0)) least[at] = place
    }
  }
  return least
}

/**
 * How much of their text two stories share, from 0 to 1: shingles in both of those in either. An
 * estimate: its standard error is at most 0.06.
 */
export function resemblance(one: Fingerprint, other: Fingerprint): number {
  return one.reduce((same, number, at) => same + Number(number === other[at]), 0) / length
}

/**
 * Whole numbers below 2^48. Texts that are alike by half share at least one of them 19 times of 20,
 * by two thirds nearly always; texts that are not, hardly ever.
 */
export function bandsOf(fingerprint: Fingerprint): readonly number[] {
  return Array.from({ length: bandCount }, (_, band) => {
    let [low, high] = [mixed(band + 1), mixed(band + 1_001)]
    for (const number of fingerprint.subarray(band * rowsInBand, (band + 1) * rowsInBand)) {
      low = mixed(low ^ number)
      high = mixed(Math.imul(high, 31) + number)
    }
    return (high >>> 16) * 2 ** 32 + low
  })
}

/** Base 64, as it is kept; `fingerprintFromText` reads it. */
export function textOfFingerprint(fingerprint: Fingerprint): string {
  return new Uint8Array(fingerprint.slice().buffer).toBase64()
}

/** @throws RangeError when the text is not one that `textOfFingerprint` made */
export function fingerprintFromText(text: string): Fingerprint {
  const bytes = Uint8Array.fromBase64(text)
  if (bytes.length !== length * 4) throw new RangeError(`A fingerprint of ${bytes.length} bytes`)
  return new Uint32Array(bytes.buffer)
}

function shinglesOf(text: string): ReadonlySet<number> {
  const words = foldedWords(text).map(hashOf)
  const shingles = new Set<number>()
  for (let from = 0; from + wordsInShingle <= words.length; from += 1) {
    let shingle = 0
    for (const word of words.slice(from, from + wordsInShingle)) {
      shingle = mixed(Math.imul(shingle, 31) + word)
    }
    shingles.add(shingle)
  }
  return shingles
}

/** Without capitals, accents and points; of scripts without spaces every character is a word. */
function foldedWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]+/gu, '')
    .toLowerCase()
  return plain.match(word) ?? []
}

const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]'
const word = new RegExp(`${unspaced}|(?:(?!${unspaced})[\\p{L}\\p{N}])+`, 'gu')

/** FNV-1a over UTF-16. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93)
  }
  return hash >>> 0
}

/** The last step of MurmurHash3: every bit depends on all. A permutation of the 32-bit numbers. */
function mixed(number: number): number {
  let bits = number
  bits = Math.imul(bits ^ (bits >>> 16), 0x85_eb_ca_6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2_b2_ae_35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** Fingerprints of other seeds cannot be compared with those that are kept: never change them. */
const seeds = Uint32Array.from({ length }, (_, at) => mixed(Math.imul(at + 1, 0x9e_37_79_b9)))
