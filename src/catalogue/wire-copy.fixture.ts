/** Numbers that look thrown and are always the same for a seed (mulberry32). */
export function thrown(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

const syllables = 'ba ko ri tu mel san dor vi len ash qua rem pol tin ger ov'.split(' ')

/** A word of an invented tongue; the first are the commonest, as in all tongues. */
function wordAt(at: number): string {
  const [one, two, three] = [at % 16, (at >> 4) % 16, (at >> 8) % 16]
  return [one, two, ...(at > 255 ? [three] : [])].map((part) => syllables[part]).join('')
}

/** A paragraph by Zipf's law over three thousand words. */
function madeParagraph(next: () => number, words = 45): string {
  const text = Array.from({ length: words }, () => wordAt(Math.floor(3_000 ** next()) - 1))
  return `${text.join(' ')}.`
}

export const madeReport = (next: () => number, paragraphs = 10): readonly string[] =>
  Array.from({ length: paragraphs }, () => madeParagraph(next))

/** What an editor does to copy: leaves paragraphs off the end, changes words, adds paragraphs. */
export function edited(
  report: readonly string[],
  next: () => number,
  { cut = 0, changed = 0, added = 0 }: { cut?: number; changed?: number; added?: number },
): readonly string[] {
  const kept = report.slice(0, report.length - cut).map((paragraph) =>
    paragraph
      .split(' ')
      .map((word) => (next() < changed ? `other${word}` : word))
      .join(' '),
  )
  return [...kept, ...Array.from({ length: added }, () => madeParagraph(next))]
}

/** Shingles in both of those in either, counted. */
export function trueResemblance(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => {
    const words = text.match(/\w+/g) ?? []
    return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')))
  })
  if (a === undefined || b === undefined) return 0
  return a.intersection(b).size / a.union(b).size
}
