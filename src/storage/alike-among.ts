import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** The pairs of which both stories are among these, by the index that stories are paired by. */
export async function alikeAmong(
  read: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (ids.length < 2) return new Map()
  const rows = await read
    .selectFrom('alike')
    .select(['story_id', 'other_id'])
    .where('story_id', 'in', ids)
    .where('other_id', 'in', ids)
    .execute()
  const byId = Map.groupBy(rows, (row) => row.story_id)
  return new Map(
    Array.from(byId, ([id, pairs]) => [id, new Set(pairs.map(({ other_id }) => other_id))]),
  )
}
