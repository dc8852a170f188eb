import sharp from 'sharp'
import type { Direction } from '#ground/language'
import { inkOf, type Lettering } from './lettering.ts'
import { draw, type Setting, setText, type Wish } from './set-text.ts'

/** A colour of print: "#rrggbb". */
export type Colour = `#${string}`

export interface Format {
  readonly width: number
  readonly height: number
  /** The side from which the sheet is laid out: Arabic ones are mirrored. */
  readonly direction: Direction
}

/** Where something stands, in pixels; `start` is counted from the side where reading begins. */
export interface Place {
  readonly start: number
  readonly top: number
  readonly width: number
}

export type Align = 'start' | 'centre' | 'end'

export interface Sheet extends Format {
  /** Text that fits the place, not yet printed; null when there is nothing that could be. */
  set(wish: Omit<Wish, 'align'> & { readonly align?: Align }): Promise<Composed | null>
  /** SVG shapes in the sheet's pixels: over earlier shapes and below all text. */
  shapes(svg: string): void
  /** The finished sheet: three bytes a pixel. */
  pixels(): Promise<Uint8Array>
}

/** Text that has its lines and knows where it would be aligned. */
export interface Composed {
  readonly size: number
  readonly lines: number
  readonly height: number
  /** False when something had to be left out. */
  readonly whole: boolean
  /** Prints it with its top at this height and returns where it ends. */
  print(place: Place, colour: Colour): Promise<number>
}

/** An empty sheet of paper of this colour. */
export function newSheet(format: Format, paper: Colour): Sheet {
  const { width, height, direction } = format
  const shapes: string[] = []
  const prints: ((on: Print) => void)[] = []
  const sideOf = (align: Align) => {
    if (align === 'centre') return 'centre'
    return (align === 'start') === (direction === 'ltr') ? 'left' : 'right'
  }
  return {
    ...format,
    shapes: (svg) => void shapes.push(svg),
    async pixels() {
      const mirror = direction === 'rtl' ? `translate(${width} 0) scale(-1 1)` : ''
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${paper}"/><g transform="${mirror}">${shapes.join('')}</g></svg>`
      const pixels = await sharp(Buffer.from(svg)).removeAlpha().toFormat('raw').toBuffer()
      for (const print of prints) print({ pixels, width, height })
      return pixels
    },
    async set({ align: wished = 'start', ...wish }) {
      const align = sideOf(wished)
      const setting = await setText({ ...wish, align })
      if (setting === null) return null
      return {
        size: setting.size,
        lines: setting.lines.length,
        height: setting.height,
        whole: setting.whole,
        async print(place, colour) {
          const left = direction === 'ltr' ? place.start : width - place.start - place.width
          prints.push(...(await printsOf(setting, { ...place, left, align }, colour)))
          return place.top + setting.height
        },
      }
    },
  }
}

interface Spot {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly align: 'left' | 'centre' | 'right'
}

interface Print {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
}

async function printsOf(
  setting: Setting,
  spot: Spot,
  colour: Colour,
): Promise<readonly ((on: Print) => void)[]> {
  const { lines, hang, rise, leading } = setting
  const one = async (some: readonly string[], where: Spot) => {
    const drawn = await draw(setting, some, where)
    return (on: Print) => put(on, drawn, where, rise, colour)
  }
  if (hang === null) return [await one(lines, spot)]
  // Its first line stands by itself, so that the mark may stand outside.
  const [first = '', ...others] = lines
  const left = spot.left - (spot.align === 'left' ? hang.width : 0)
  const above = await one([first], { ...spot, left, width: spot.width + hang.width })
  if (others.length === 0) return [above]
  return [above, await one(others, { ...spot, top: spot.top + leading })]
}

/** Ink on paper: where two colours meet at the edge of a letter they mix. */
function put(on: Print, drawn: Lettering, spot: Spot, rise: number, colour: Colour): void {
  const ink = inkOf(drawn)
  if (ink === null) return
  const wide = ink.right - ink.left
  const slack = { left: 0, centre: (spot.width - wide) / 2, right: spot.width - wide }[spot.align]
  const x0 = Math.round(spot.left + slack) - ink.left
  const y0 = Math.round(spot.top + rise - drawn.baseline)
  const parts = partsOf(colour)
  for (let y = Math.max(ink.top, -y0); y < Math.min(ink.bottom, on.height - y0); y += 1) {
    for (let x = Math.max(ink.left, -x0); x < Math.min(ink.right, on.width - x0); x += 1) {
      const cover = (drawn.data[y * drawn.width + x] ?? 0) / 255
      if (cover === 0) continue
      const at = ((y0 + y) * on.width + x0 + x) * 3
      for (const part of [0, 1, 2]) {
        const under = on.pixels[at + part] ?? 0
        on.pixels[at + part] = Math.round(under + ((parts[part] ?? 0) - under) * cover)
      }
    }
  }
}

const partsOf = (colour: Colour): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
