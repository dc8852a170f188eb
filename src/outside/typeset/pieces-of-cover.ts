import type { CoverCopy } from '#catalogue'
import { directionOf } from '#ground/language'
import type { Face } from './face.ts'
import { type Align, type Colour, type Composed, newSheet, type Sheet } from './sheet.ts'

/** Pixels of the largest drawing of a cover, three to four. */
export const cover = { width: 640, height: 853 } as const

export function coverSheet(copy: CoverCopy, paper: Colour): Sheet {
  return newSheet({ ...cover, direction: directionOf(copy.language) }, paper)
}

interface Title {
  readonly face: Face
  readonly width: number
  /** The largest size, the smallest on one line, and the smallest on two. */
  readonly sizes: readonly [number, number, number]
  readonly align?: Align
  readonly height?: number
}

/** The name of the publication as wide as its place, on a second line only when it is long. */
export async function titleOn(
  sheet: Sheet,
  copy: CoverCopy,
  title: Title,
): Promise<Composed | null> {
  const { face, width, align = 'start', sizes } = title
  const [widest, onOne, onTwo] = sizes
  // A short name in Arabic letters would stand far above and below its line.
  const largest = sheet.direction === 'rtl' ? Math.max(onOne, widest * 0.7) : widest
  const wish = { text: copy.title, language: copy.language, face, width, align, leading: 0.96 }
  const one = await sheet.set({ ...wish, lines: 1, sizes: [largest, onOne] })
  if (one?.whole) return one
  const two = await sheet.set({ ...wish, lines: 2, sizes: [Math.min(largest, onOne * 1.7), onTwo] })
  return two?.whole ? two : sheet.set({ ...wish, lines: 3, sizes: [onTwo, onTwo * 0.6] })
}

interface Headline {
  readonly face: Face
  readonly width: number
  readonly sizes: readonly [number, number]
  readonly lines: number
  readonly height?: number
  readonly leading?: number
  readonly align?: Align
}

export async function headlineOn(
  sheet: Sheet,
  headline: CoverCopy['headlines'][number] | undefined,
  wish: Headline,
): Promise<Composed | null> {
  return headline === undefined ? null : sheet.set({ ...wish, ...headline })
}

/** Headlines that could be set, in order. */
export async function headlinesOn(
  sheet: Sheet,
  headlines: CoverCopy['headlines'],
  wish: Headline,
): Promise<readonly Composed[]> {
  const sets: Composed[] = []
  for (const headline of headlines) {
    const set = await sheet.set({ ...wish, ...headline })
    if (set !== null) sets.push(set)
  }
  return sets
}

/** The date, and the name of the edition where there is one. */
export async function dateOn(
  sheet: Sheet,
  copy: CoverCopy,
  wish: {
    readonly face: Face
    readonly width: number
    readonly size: number
    readonly align?: Align
  },
): Promise<Composed | null> {
  // Small Arabic letters are smaller still.
  const size = sheet.direction === 'rtl' ? wish.size * 1.15 : wish.size
  const text = copy.edition === '' ? copy.date : `${copy.date}  ·  ${copy.edition}`
  return sheet.set({ text, language: copy.language, ...wish, lines: 1, sizes: [size, size * 0.6] })
}

export const heightOf = (sets: readonly (Composed | null)[]) =>
  Math.max(0, ...sets.map((set) => set?.height ?? 0))
