import { batched } from './ask-all.ts'
import type { Pair } from './engine.ts'
import { type EngineDesk, RestingError, SpentError } from './engine-desk.ts'
import type { Names } from './glossary.ts'
import { type Made, makePieces } from './make-pieces.ts'
import type { Segments } from './pieces.ts'
import type { KeptBlock } from './store.ts'
import type { WhyShort } from './translation.ts'

/** An engine that can translate this, and what its blocks are called. */
export interface Candidate {
  readonly desk: EngineDesk
  readonly pair: Pair
  readonly keyOf: (segments: Segments) => string
}

/** How the making of one piece ended. */
export type Ending = KeptBlock | Exclude<WhyShort, 'waiting'>

export interface Order {
  readonly pieces: readonly Segments[]
  /** The best first. */
  readonly candidates: readonly Candidate[]
  readonly names: Names
  readonly context: string
  /** Called once for what was made together, before anybody is told of it. */
  readonly keep: (blocks: readonly KeptBlock[]) => Promise<void>
}

interface MakingNeeds {
  readonly now: () => Temporal.Instant
  readonly report: (error: unknown, where: string) => void
  readonly signal: AbortSignal
}

/** Characters that may be under way at the same time, over all stories. */
const mostUnderWay = 1_000_000

/**
 * Makes what is missing, and makes it once however many wait for it. It goes on when nobody waits any
 * more: what was begun is there when it is asked for again.
 */
export function openMakings({ now, report, signal }: MakingNeeds) {
  const underWay = new Map<string, Promise<Ending>>()
  let characters = 0

  /** Tries one engine after the other; tells of each piece how it ended. */
  async function make(order: Order, tell: (segments: Segments, ending: Ending) => void) {
    let left = order.pieces
    let why: Exclude<WhyShort, 'waiting'> = 'failed'
    for (const candidate of order.candidates) {
      if (left.length === 0 || candidate.desk.isResting()) continue
      const groups = grouped(left, candidate)
      const ended = await Promise.all(
        groups.map((group) => makeGroup(order, candidate, group, tell)),
      )
      left = ended.flatMap((end) => end.left)
      if (ended.some((end) => end.isSpent)) why = 'spent'
    }
    for (const segments of left) tell(segments, why)
  }

  async function makeGroup(
    order: Order,
    candidate: Candidate,
    pieces: readonly Segments[],
    tell: (segments: Segments, ending: Ending) => void,
  ): Promise<{ left: readonly Segments[]; isSpent: boolean }> {
    const { desk, pair } = candidate
    const { names, context } = order
    try {
      const made = await makePieces(pieces, { desk, pair, names, context, signal })
      const kept = pieces.map((segments, at) => keptFrom(candidate, segments, made[at] ?? null))
      await order.keep(kept.filter((block) => block !== null))
      for (const [at, segments] of pieces.entries()) {
        const block = kept[at]
        if (block) tell(segments, block)
      }
      return { left: pieces.filter((_, at) => kept[at] === null), isSpent: false }
    } catch (error) {
      const isSpent = error instanceof SpentError
      const isExpected = isSpent || error instanceof RestingError || signal.aborted
      if (!isExpected) report(error, `translating with ${desk.engine.name}`)
      return { left: pieces, isSpent }
    }
  }

  const keptFrom = ({ desk, keyOf }: Candidate, segments: Segments, made: Made | null) =>
    made === null ? null : { key: keyOf(segments), engine: desk.engine.name, at: now(), ...made }

  return {
    /**
     * How each piece ends, by the key that the first candidate gives it; null where there is too much
     * to do already.
     */
    begin(order: Order): ReadonlyMap<string, Promise<Ending>> | null {
      const [first] = order.candidates
      if (first === undefined) return new Map()
      const wanted = new Map(order.pieces.map((segments) => [first.keyOf(segments), segments]))
      const fresh = [...wanted].filter(([key]) => !underWay.has(key))
      const more = fresh.reduce((sum, [, segments]) => sum + lengthOf(segments), 0)
      if (characters > 0 && characters + more > mostUnderWay) return null
      characters += more
      const promised = new Map(
        fresh.map(([key, segments]) => {
          const ending = Promise.withResolvers<Ending>()
          underWay.set(key, ending.promise)
          return [segments, { key, ...ending }] as const
        }),
      )
      const tell = (segments: Segments, ending: Ending) => {
        const waiting = promised.get(segments)
        if (waiting === undefined) return
        underWay.delete(waiting.key)
        waiting.resolve(ending)
      }
      const all = new Map([...wanted.keys()].map((key) => [key, underWay.get(key)] as const))
      make({ ...order, pieces: fresh.map(([, segments]) => segments) }, tell)
        .catch((error: unknown) => {
          report(error, 'translating')
          for (const segments of promised.keys()) tell(segments, 'failed')
        })
        .finally(() => {
          characters -= more
        })
      return new Map([...all].flatMap(([key, ending]) => (ending ? [[key, ending] as const] : [])))
    },
  }
}

const lengthOf = (segments: Segments) => segments.reduce((sum, { length }) => sum + length, 0)

/** Pieces that go together in one call, so that each is kept as soon as it is there. */
function grouped(
  pieces: readonly Segments[],
  { desk }: Candidate,
): readonly (readonly Segments[])[] {
  const measured = pieces.map((segments) => ({ segments, content: segments.join('') }))
  const most = Math.max(...pieces.map((segments) => segments.length), 1)
  const { maxCharacters, maxSegments } = desk.engine
  const limits = { maxCharacters, maxSegments: Math.max(1, Math.floor(maxSegments / most)) }
  return batched(measured, limits).map((batch) => batch.map(({ segments }) => segments))
}
