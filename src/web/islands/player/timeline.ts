/** What is known of a block that is heard. */
export interface HeardBlock {
  readonly id: string
  /** All of it, with the silence around it: a guess until it is made. */
  seconds: number
  made: boolean
  /** Seconds before its first sample. */
  lead: number
  /** How many letters (UTF-16) of text its marks were made for. */
  letters: number
  /** Start, length, and hundredths of a second from its first sample; and again. */
  marks: readonly number[]
  /** When its last mark ends, in hundredths. */
  until: number
  level: 'word' | 'sentence' | 'none'
}

export interface HeadLine {
  readonly language: string
  readonly voice: string
  /** `spoken`: its language (BCP 47), which names it where it has no name. */
  readonly voices: readonly {
    readonly id: string
    readonly name: string
    readonly spoken: string
  }[]
  readonly part: 'lead' | 'whole'
  readonly blocks: readonly { readonly id: string; readonly guess: number }[]
  readonly place: { readonly block: string; readonly share: number; readonly at: number } | null
}

export type BlockLine = Omit<HeardBlock, 'made'>

export interface Moment {
  readonly index: number
  /** Seconds from the block's first sample; negative in the silence before it. */
  readonly within: number
}

/** The blocks of a narration one after the other, in a file that begins with any of them. */
export interface Timeline {
  readonly head: HeadLine
  readonly blocks: readonly HeardBlock[]
  /** Learns what became of a block. */
  readonly take: (line: BlockLine) => void
  /** Where a block begins, in seconds of a file whose first block is `first`. */
  readonly startOf: (index: number, first?: number) => number
  readonly total: () => number
  readonly momentAt: (seconds: number, first?: number) => Moment
  /** The block with this id, or -1. */
  readonly indexOf: (id: string) => number
}

export function timelineOf(head: HeadLine): Timeline {
  const blocks = head.blocks.map(
    ({ id, guess }): HeardBlock => ({
      ...{ id, seconds: guess, made: false, lead: 0.05 },
      ...{ letters: 0, marks: [], until: 0, level: 'none' },
    }),
  )
  const startOf = (index: number, first = 0) =>
    blocks.slice(first, index).reduce((sum, { seconds }) => sum + seconds, 0)
  return {
    head,
    blocks,
    take: (line) => {
      const block = blocks.find(({ id }) => id === line.id)
      if (block !== undefined) Object.assign(block, line, { made: true })
    },
    startOf,
    total: () => startOf(blocks.length),
    momentAt(seconds, first = 0) {
      let [index, left] = [first, seconds]
      for (; index < blocks.length - 1; index += 1) {
        const length = blocks[index]?.seconds ?? 0
        if (left < length) break
        left -= length
      }
      return { index, within: left - (blocks[index]?.lead ?? 0) }
    },
    indexOf: (id) => blocks.findIndex((block) => block.id === id),
  }
}

/** Which stretch of a block is heard at a moment, as offsets in its text; null in a silence. */
export function markAt(
  { marks, until }: Pick<HeardBlock, 'marks' | 'until'>,
  within: number,
): readonly [start: number, end: number] | null {
  const now = within * 100
  if (marks.length === 0 || now >= until) return null
  let [low, high] = [0, marks.length / 3]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((marks[middle * 3 + 2] ?? 0) <= now) low = middle
    else high = middle
  }
  const [start = 0, length = 0, from = 0] = marks.slice(low * 3, low * 3 + 3)
  return from <= now ? [start, start + length] : null
}

/** When the stretch at this offset of a block is heard, in seconds from its first sample. */
export function secondsAt({ marks }: Pick<HeardBlock, 'marks'>, offset: number): number {
  let found = 0
  for (let at = 0; at < marks.length; at += 3) {
    if ((marks[at] ?? 0) > offset) break
    found = marks[at + 2] ?? 0
  }
  return found / 100
}
