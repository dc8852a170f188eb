export interface Piece {
  readonly text: string
  /** In ems. */
  readonly width: number
  /** Whether a space stands before it, when it does not begin a line. */
  readonly spaced: boolean
}

/** Between two words, in ems. */
const space = 0.22

export interface Broken {
  readonly lines: readonly string[]
  /** How long the shortest line is against the longest: 1 when all are alike. */
  readonly evenness: number
}

/**
 * The fewest lines that hold these pieces, broken so that they are as even as can be: no last line
 * of one short word. Null when a piece is wider than a line, or more lines would be needed.
 */
export function breakLines(pieces: readonly Piece[], width: number, most: number): Broken | null {
  if (pieces.some((piece) => piece.width > width)) return null
  const fewest = greedy(pieces, width)
  return fewest > most ? null : evenly(pieces, width, fewest)
}

const advance = ({ width, spaced }: Piece) => width + (spaced ? space : 0)

function greedy(pieces: readonly Piece[], width: number): number {
  let lines = 1
  let filled = 0
  for (const piece of pieces) {
    if (filled > 0 && filled + advance(piece) > width) {
      lines += 1
      filled = piece.width
    } else {
      filled += filled > 0 ? advance(piece) : piece.width
    }
  }
  return lines
}

interface Way {
  readonly cost: number
  readonly breaks: readonly number[]
}

/** The cheapest way to set all pieces in exactly so many lines. */
function evenly(pieces: readonly Piece[], width: number, lines: number): Broken {
  const total = pieces.reduce((sum, piece) => sum + advance(piece), 0)
  const even = total / lines
  let ways = new Map<number, Way>([[0, { cost: 0, breaks: [] }]])
  for (let line = 1; line <= lines; line += 1) {
    const next = new Map<number, Way>()
    for (const [from, way] of ways) {
      let filled = 0
      for (let to = from; to < pieces.length; to += 1) {
        const piece = pieces[to]
        if (piece === undefined) break
        filled += to === from ? piece.width : advance(piece)
        if (filled > width) break
        const cost = way.cost + costOf(filled, even, line === lines, pieces[to + 1], piece)
        const known = next.get(to + 1)
        if (known === undefined || cost < known.cost) {
          next.set(to + 1, { cost, breaks: [...way.breaks, to + 1] })
        }
      }
    }
    ways = next
  }
  return linesAt(pieces, ways.get(pieces.length)?.breaks ?? [pieces.length])
}

/** A last line may be a little short, but never long; a little word is rather not left at an end. */
function costOf(
  filled: number,
  even: number,
  last: boolean,
  next: Piece | undefined,
  end: Piece,
): number {
  const off = (filled - even) / even
  const dangling = next !== undefined && end.text.length <= 2 ? 0.02 : 0
  return off * off * (last && off > 0 ? 2 : 1) + dangling
}

function linesAt(pieces: readonly Piece[], breaks: readonly number[]): Broken {
  const parts = breaks.map((to, index) => pieces.slice(breaks[index - 1] ?? 0, to))
  const widths = parts.map((part) => part.reduce((sum, piece) => sum + advance(piece), 0))
  const lines = parts.map((part) =>
    part.map(({ text, spaced }, at) => (at > 0 && spaced ? ` ${text}` : text)).join(''),
  )
  return { lines, evenness: Math.min(...widths) / Math.max(...widths) }
}
