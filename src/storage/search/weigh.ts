import type { Question, QuestionPart } from '#search'
import { matchOf, type Tongue } from './expression.ts'
import type { Deadline, Extent, Shelf } from './shelf.ts'

export interface WeighNeeds {
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
  /** How many documents have it, estimated from the newest. */
  readonly documents: number
}

/** So many of the newest are enough to estimate how many there are. */
const sample = 200

/**
 * Weighs the parts that a question asks for, by how rare they are (inverse document frequency) where
 * everyone may see them.
 */
export async function weighed(
  { parts }: Pick<Question, 'parts'>,
  { shelf, extent, tongue, until }: WeighNeeds,
): Promise<Weighed[]> {
  const { span, documents: all } = extent
  const found: Weighed[] = []
  for (const part of parts.filter(({ excluded }) => !excluded)) {
    const limits = { most: sample, until }
    const { ids, late } = await shelf.newest('shown', matchOf(part, tongue), span, limits)
    const oldest = ids.at(-1) ?? span.low
    const few = ids.length < sample && !late
    const seen = few ? 1 : (span.high - oldest + 1) / (span.high - span.low + 1)
    const documents = Math.round(ids.length / Math.max(seen, 1e-9))
    found.push({ part, documents, weight: Math.log(1 + all / (documents + 0.5)) })
  }
  return found
}
