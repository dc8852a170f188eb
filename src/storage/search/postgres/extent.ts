import { sql } from 'kysely'
import { baseLanguage } from '#ground/language'
import type { SearchDocument } from '#search'
import type { Extent } from '../shelf.ts'
import {
  type Asking,
  type Generation,
  generationIn,
  keepState,
  prefix,
  stateOf,
} from './generation.ts'

/** What an index knows of itself, in one row. Documents that are gone may have been the ends of it. */
interface Facts {
  readonly documents: number
  readonly languages: readonly string[]
  readonly low: number
  readonly high: number
}

const nobody: Facts = { documents: 0, languages: [], low: Number.MAX_SAFE_INTEGER, high: 0 }

const factsFrom = (text: string | null): Facts => (text === null ? nobody : JSON.parse(text))

/** The index that is asked and how far it reaches, or null when none was finished yet. */
export interface Asked {
  readonly generation: Generation
  readonly extent: Extent
  /** `performance.now()` when the transaction had begun. */
  readonly begun: number
}

/**
 * The first statement of a question, which is one, for each has to be waited for.
 * @param patience milliseconds after which the server ends any later one of this transaction
 */
export async function beginAsking(turn: Asking, patience: number): Promise<Asked | null> {
  const begun = performance.now()
  const { rows } = await sql<{ current: string | null; facts: string | null }>`
    select current.value as current, extent.value as facts,
      set_config('statement_timeout', ${String(patience)}, true)
    from (select 'current' as name) as one
    left join search_state as current on current.name = one.name
    left join search_state as extent
      on extent.name = substr(current.value, ${sql.lit(prefix.length + 1)}) || '.extent'`.execute(
    turn,
  )
  const [row] = rows
  const generation = generationIn(row?.current ?? null)
  return generation === null ? null : { generation, extent: extentFrom(row?.facts ?? null), begun }
}

function extentFrom(text: string | null): Extent {
  const { documents, languages, low, high } = factsFrom(text)
  const span = { low: Math.min(low, high), high }
  const density = Math.max(1, (span.high - span.low) / Math.max(1, documents))
  return { span, documents, density, languages }
}

/** Reaches as far as these documents, of which so many are new. */
export async function widenExtent(
  turn: Asking,
  { name }: Generation,
  { documents, ids, more }: Widening,
): Promise<void> {
  const before = factsFrom(await stateOf(turn, `${name}.extent`))
  const said = documents.map(({ language }) => baseLanguage(language))
  const after: Facts = {
    documents: before.documents + more,
    languages: [...new Set([...before.languages, ...said])],
    low: Math.min(before.low, ...ids),
    high: Math.max(before.high, ...ids),
  }
  await keepState(turn, `${name}.extent`, JSON.stringify(after))
}

interface Widening {
  readonly documents: readonly SearchDocument[]
  readonly ids: readonly number[]
  /** Fewer, where it is negative. */
  readonly more: number
}
