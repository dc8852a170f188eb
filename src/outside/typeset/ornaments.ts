import type { Chance } from './chance.ts'
import type { Colour } from './sheet.ts'

/** A box in pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const at = (number: number) => number.toFixed(1)

export function block({ x, y, width, height }: Area, colour: Colour): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${colour}"/>`
}

/** A line across or down: as an area, since a rule has a thickness. */
export function rule(x: number, y: number, width: number, weight: number, colour: Colour): string {
  return block({ x, y, width, height: weight }, colour)
}

export function frame({ x, y, width, height }: Area, weight: number, colour: Colour): string {
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="none" stroke="${colour}" stroke-width="${weight}"/>`
}

/** A wavy line as the points of a path: sums of three sines, different for every throw. */
function swell(chance: Chance, height: number): (x: number) => number {
  const parts = [1, 2.3, 4.1].map((speed) => ({
    speed: speed * (0.7 + chance() * 0.6),
    phase: chance() * Math.PI * 2,
    size: (height / speed) * (0.6 + chance() * 0.4),
  }))
  return (x) =>
    parts.reduce((sum, { speed, phase, size }) => sum + size * Math.sin(x * speed * 6.3 + phase), 0)
}

/**
 * A landscape cut as an engraver cuts it: level lines that swell where it is dark, a sun or moon
 * left blank above hills.
 */
export function engraving(area: Area, chance: Chance, ink: Colour): string {
  const { x, y, width, height } = area
  const sun = {
    x: x + width * (0.2 + chance() * 0.6),
    y: y + height * (0.3 + chance() * 0.12),
    r: Math.min(height * 0.26, width * 0.16),
  }
  const hills = [0.52, 0.68].map((level) => {
    const line = swell(chance, 0.1)
    return (px: number) => y + height * (level + line((px - x) / width))
  })
  const pitch = 5
  const paths: string[] = []
  for (let row = y + pitch; row < y + height - 1; row += pitch) {
    const dark = (px: number) => darkness(px, row, sun, hills, y, height)
    paths.push(cut(x, width, row, dark))
  }
  return `<path fill="${ink}" d="${paths.join('')}"/>${frame(area, 1.5, ink)}`
}

function darkness(
  px: number,
  row: number,
  sun: { readonly x: number; readonly y: number; readonly r: number },
  hills: readonly ((px: number) => number)[],
  top: number,
  height: number,
): number {
  const [far = top, near = top] = hills.map((hill) => hill(px))
  if (row > near) return 0.85 - (0.5 * (row - near)) / height
  if (row > far) return 0.42 + (0.5 * (row - far)) / height
  const away = Math.hypot(px - sun.x, row - sun.y) / sun.r
  if (away < 1) return 0
  return Math.max(0.14, 0.34 - (0.2 * (row - top)) / height - 0.12 / away)
}

/** One line of the graver: as thick as it is dark there, nothing where it is blank. */
function cut(x: number, width: number, row: number, dark: (px: number) => number): string {
  const steps = Math.ceil(width / 6)
  const up: string[] = []
  const down: string[] = []
  for (let step = 0; step <= steps; step += 1) {
    const px = x + (width * step) / steps
    const half = dark(px) * 2.4
    up.push(`${at(px)} ${(row - half).toFixed(2)}`)
    down.unshift(`${at(px)} ${(row + half).toFixed(2)}`)
  }
  return `M${up.join('L')}L${down.join('L')}Z`
}

/** Waves one behind the other, from the first colour to the last; the last one fills the foot. */
export function waves(area: Area, chance: Chance, colours: readonly Colour[]): string {
  const { x, y, width, height } = area
  return colours
    .map((colour, index) => {
      const line = swell(chance, 0.055)
      const level = y + (height * index) / colours.length + height * 0.06
      const points = Array.from({ length: 41 }, (_, step) => {
        const px = x + (width * step) / 40
        return `${at(px)} ${at(level + height * line(step / 40))}`
      })
      return `<path fill="${colour}" d="M${points.join('L')}L${at(x + width)} ${at(y + height)}L${at(x)} ${at(y + height)}Z"/>`
    })
    .join('')
}

/** Quarter circles in squares, thrown: the pattern of a publication. */
export function tiles(
  area: Area,
  across: number,
  chance: Chance,
  colours: readonly Colour[],
): string {
  const side = area.width / across
  const rows = Math.ceil(area.height / side)
  const shapes: string[] = []
  for (let index = 0; index < across * rows; index += 1) {
    const x = area.x + (index % across) * side
    const y = area.y + Math.floor(index / across) * side
    const [back, front] = twoOf(colours, chance)
    const turn = Math.floor(chance() * 4) * 90
    const half = at(side / 2)
    const shape =
      chance() < 0.72
        ? `<path d="M0 0H${at(side)}A${at(side)} ${at(side)} 0 0 1 0 ${at(side)}Z" fill="${front}"/>`
        : `<circle cx="${half}" cy="${half}" r="${at(side * 0.36)}" fill="${front}"/>`
    shapes.push(
      `<g transform="translate(${at(x)} ${at(y)}) rotate(${turn} ${half} ${half})">${block({ x: 0, y: 0, width: side + 0.5, height: side + 0.5 }, back)}${shape}</g>`,
    )
  }
  return shapes.join('')
}

function twoOf(colours: readonly Colour[], chance: Chance): readonly [Colour, Colour] {
  const first = Math.floor(chance() * colours.length)
  const second = (first + 1 + Math.floor(chance() * (colours.length - 1))) % colours.length
  return [colours[first] ?? '#000000', colours[second] ?? '#ffffff']
}

/** Rings around a point, from the outside in. */
export function rings(
  centre: { readonly x: number; readonly y: number },
  radius: number,
  colours: readonly Colour[],
): string {
  return colours
    .map((colour, index) => {
      const r = radius * (1 - index / colours.length)
      return `<circle cx="${at(centre.x)}" cy="${at(centre.y)}" r="${at(r)}" fill="${colour}"/>`
    })
    .join('')
}

/** Thin rays from a point to the edge of an area. */
export function rays(area: Area, chance: Chance, colour: Colour): string {
  const cx = area.x + area.width * (0.25 + chance() * 0.5)
  const cy = area.y + area.height
  const far = Math.hypot(area.width, area.height)
  const count = 18 + Math.floor(chance() * 10)
  const wedges = Array.from({ length: count }, (_, index) => {
    const a = Math.PI + (Math.PI * index) / count
    const b = a + (Math.PI / count) * 0.5
    return `M${at(cx)} ${at(cy)}L${at(cx + far * Math.cos(a))} ${at(cy + far * Math.sin(a))}L${at(cx + far * Math.cos(b))} ${at(cy + far * Math.sin(b))}Z`
  })
  return `<svg x="${at(area.x)}" y="${at(area.y)}" width="${at(area.width)}" height="${at(area.height)}" viewBox="${[area.x, area.y, area.width, area.height].map(at).join(' ')}"><path fill="${colour}" d="${wedges.join('')}"/></svg>`
}

/** Circles, triangles and stars, thrown into an area on a loose grid so that none hide another. */
export function confetti(area: Area, chance: Chance, colours: readonly Colour[]): string {
  const side = 92
  const shapes: string[] = []
  for (let y = area.y; y < area.y + area.height; y += side) {
    for (let x = area.x; x < area.x + area.width; x += side) {
      if (chance() < 0.3) continue
      const colour = colours[Math.floor(chance() * colours.length)] ?? '#000000'
      const px = x + side * (0.3 + chance() * 0.4)
      const py = y + side * (0.3 + chance() * 0.4)
      shapes.push(
        `<g transform="translate(${at(px)} ${at(py)}) rotate(${at(chance() * 360)})">${toy(chance, 14 + chance() * 22, colour)}</g>`,
      )
    }
  }
  return shapes.join('')
}

function toy(chance: Chance, r: number, colour: Colour): string {
  const kind = Math.floor(chance() * 4)
  if (kind === 0) return `<circle r="${at(r)}" fill="${colour}"/>`
  if (kind === 1)
    return `<circle r="${at(r * 0.8)}" fill="none" stroke="${colour}" stroke-width="8"/>`
  const corners = kind === 2 ? 3 : 10
  const points = Array.from({ length: corners }, (_, index) => {
    const far = kind === 3 && index % 2 === 1 ? r * 0.5 : r * 1.1
    const turn = (Math.PI * 2 * index) / corners
    return `${at(far * Math.cos(turn))},${at(far * Math.sin(turn))}`
  })
  return `<polygon points="${points.join(' ')}" fill="${colour}" stroke="${colour}" stroke-width="5" stroke-linejoin="round"/>`
}
