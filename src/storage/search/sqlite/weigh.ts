import type { Question, QuestionPart } from '#search'
import type { Candidates, Deadline, Table } from './candidates.ts'
import { expressionOf } from './expression.ts'
import type { Extent } from './extent.ts'

export interface WeighNeeds {
  readonly candidates: Candidates
  readonly extent: Extent
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
const sample = 300

/** Weighs the parts that a question asks for, by how rare they are (inverse document frequency). */
export function weighed(
  { parts }: Pick<Question, 'parts'>,
  table: Table,
  { candidates, extent, until }: WeighNeeds,
): Weighed[] {
  const { span, density, documents: all } = extent
  return parts
    .filter(({ excluded }) => !excluded)
    .map((part) => {
      const expression = expressionOf(part, extent.languages)
      const { ids } = candidates.newest(table, expression, span, { most: sample, until, density })
      const oldest = ids.at(-1) ?? span.low
      const seen = ids.length < sample ? 1 : (span.high - oldest + 1) / (span.high - span.low + 1)
      const documents = Math.round(ids.length / Math.max(seen, 1e-9))
      return { part, documents, weight: Math.log(1 + all / (documents + 0.5)) }
    })
}
