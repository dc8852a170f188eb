import { type Filters, noFilters, type QuestionPart } from '#search'
import { spanIn } from './days.ts'
import { type Tongue, wholeMatch } from './expression.ts'
import type { Deadline, Extent, Shelf } from './shelf.ts'

interface WeighNeeds {
  readonly shelf: Shelf
  readonly extent: Extent
  readonly tongue: Tongue
  readonly until: Deadline
}

/** A part of a question, and how much it says to have found it. */
export interface Weighed {
  readonly part: QuestionPart
  /** Rare words say more: the logarithm of one over the share of documents that have it. */
  readonly weight: number
  /** The newest that have it. */
  readonly ids: ReadonlySet<number>
}

/** So many of the newest are enough to estimate how many there are. */
const sample = 200

/**
 * Weighs the parts that a question asks for, by how rare they are (inverse document frequency) where
 * everyone may see them and among what the filters leave.
 */
export async function weighed(
  parts: readonly QuestionPart[],
  { shelf, extent, tongue, until }: WeighNeeds,
  filters: Filters = noFilters,
): Promise<Weighed[]> {
  const span = spanIn(filters, extent.span)
  const wanted = parts.flatMap((part) => {
    const match = part.excluded ? null : wholeMatch({ parts: [part], filters }, tongue)
    return match === null ? [] : [{ part, source: 'shown' as const, match }]
  })
  const found = await shelf.newest(wanted, span, { most: sample, until })
  return wanted.map(({ part }, at) => {
    const { ids, late } = found[at] ?? { ids: [], late: true }
    const oldest = ids.at(-1) ?? span.low
    const few = ids.length < sample && !late
    const seen = few ? 1 : (span.high - oldest + 1) / (span.high - span.low + 1)
    const documents = Math.round(ids.length / Math.max(seen, 1e-9))
    const weight = Math.log(1 + extent.documents / (documents + 0.5))
    return { part, weight, ids: new Set(ids) }
  })
}
