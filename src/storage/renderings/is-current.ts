import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'

/** Making words or sounds of a text takes time; the text may be another, or gone, by then. */
export async function isCurrent(
  turn: Kysely<Tables>,
  { storyId, revision }: { readonly storyId: string; readonly revision: number },
): Promise<boolean> {
  const row = await turn
    .selectFrom('story')
    .select('id')
    .where('id', '=', storyId)
    .where('revision', '<=', revision)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
