import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * The stories of these editions that are on the stand, each with its rank in page order (from 1).
 * The engine ranks by its index; whoever asks for the first few is not handed a thousand.
 */
export function rankedStories(read: Kysely<Tables>, editionIds: readonly string[]) {
  return read
    .selectFrom('story')
    .select(['id', 'edition_id'])
    .select(({ fn }) => [
      fn
        .agg<number | string>('row_number')
        .over((over) => over.partitionBy('edition_id').orderBy('position').orderBy('id'))
        .as('rank'),
    ])
    .where('withdrawn_at', 'is', null)
    .where('edition_id', 'in', editionIds)
}
