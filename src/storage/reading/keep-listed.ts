import type { Transaction } from 'kysely'
import type { Listed, ReaderList } from '#reading'
import type { Tables } from '../tables.ts'

type Turn = Transaction<Tables>

interface Change {
  readonly readerId: string
  readonly before: Pick<ReaderList, 'listed'>
  readonly after: ReaderList
}

/**
 * Keeps the stories of a list after a change. Those that are withdrawn keep their place: nobody sees
 * them, so nobody took them out.
 */
export async function keepListed(turn: Turn, { readerId, before, after }: Change): Promise<void> {
  const kept = new Set(after.listed.map(({ storyId }) => storyId))
  const gone = before.listed.flatMap(({ storyId }) => (kept.has(storyId) ? [] : storyId))
  if (gone.length > 0) {
    await turn
      .deleteFrom('listed_story')
      .where('list_id', '=', after.id)
      .where('story_id', 'in', gone)
      .execute()
  }
  const places = await placesIn(turn, after.id)
  const ranks = ranksFor(after.listed, places)
  const notes = new Map(before.listed.map(({ storyId, note }) => [storyId, note]))
  const rows = after.listed.flatMap(({ storyId, note, addedAt }, at) =>
    places.get(storyId) === ranks[at] && notes.get(storyId) === note
      ? []
      : {
          ...{ list_id: after.id, story_id: storyId, reader_id: readerId, note },
          ...{ rank: ranks[at] ?? at, added_at: addedAt.epochMilliseconds },
        },
  )
  if (rows.length === 0) return
  await turn
    .insertInto('listed_story')
    .values(rows)
    .onConflict((clash) =>
      clash
        .columns(['list_id', 'story_id'])
        .doUpdateSet(({ ref }) => ({ rank: ref('excluded.rank'), note: ref('excluded.note') })),
    )
    .execute()
}

/** The rank of each story of a list by its id, of those that are withdrawn too. */
async function placesIn(turn: Turn, listId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await turn
    .selectFrom('listed_story')
    .select(['story_id', 'rank'])
    .where('list_id', '=', listId)
    .execute()
  return new Map(rows.map(({ story_id, rank }) => [story_id, rank]))
}

/** Stories that can be seen share out the places that they have; what is new comes behind all. */
function ranksFor(
  listed: readonly Listed[],
  places: ReadonlyMap<string, number>,
): readonly number[] {
  const taken = listed.flatMap(({ storyId }) => places.get(storyId) ?? []).sort((a, b) => a - b)
  const behind = Math.max(-1, ...places.values()) + 1
  return listed.map((_, at) => taken[at] ?? behind + at - taken.length)
}
