import { mostQueued, type Queues } from '#reading'
import { type Database, inTurn } from '../database.ts'

type Turn = Parameters<Parameters<typeof inTurn>[1]>[0]

export function queues(database: Database): Queues {
  const { read } = database
  return {
    of: (readerId) => idsOf(read, readerId),
    async add(readerId, storyIds, where, at) {
      await inTurn(database, async (turn) => {
        const queued = await idsOf(turn, readerId)
        const added = await onStand(turn, [...new Set(storyIds)])
        const others = queued.filter((id) => !added.includes(id))
        const order = where === 'next' ? [...added, ...others] : [...others, ...added]
        await takeOut(turn, readerId, order.slice(mostQueued))
        await arrange(turn, readerId, order.slice(0, mostQueued), at)
      })
    },
    async remove(readerId, storyId) {
      await inTurn(database, (turn) => takeOut(turn, readerId, [storyId]))
    },
    async move(readerId, storyId, before) {
      await inTurn(database, async (turn) => {
        const queued = await idsOf(turn, readerId)
        if (!queued.includes(storyId) || storyId === before) return
        const others = queued.filter((id) => id !== storyId)
        const at = before === null ? -1 : others.indexOf(before)
        const order = others.toSpliced(at === -1 ? others.length : at, 0, storyId)
        for (const [rank, story_id] of order.entries()) {
          await turn
            .updateTable('queued_story')
            .set({ rank })
            .where('reader_id', '=', readerId)
            .where('story_id', '=', story_id)
            .execute()
        }
      })
    },
    async clear(readerId) {
      await inTurn(database, (turn) =>
        turn.deleteFrom('queued_story').where('reader_id', '=', readerId).execute(),
      )
    },
  }
}

/** A withdrawn story is in nobody's queue; should it come back, it stands where it stood. */
async function idsOf(database: Pick<Turn, 'selectFrom'>, readerId: string): Promise<string[]> {
  const rows = await database
    .selectFrom('queued_story')
    .innerJoin('story', 'story.id', 'queued_story.story_id')
    .select('queued_story.story_id')
    .where('queued_story.reader_id', '=', readerId)
    .where('story.withdrawn_at', 'is', null)
    .orderBy('queued_story.rank')
    .orderBy('queued_story.story_id')
    .execute()
  return rows.map(({ story_id }) => story_id)
}

/** Of these the ones that are on the stand, in their order. */
async function onStand(turn: Turn, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await turn
    .selectFrom('story')
    .select('id')
    .where('id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute()
  const there = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => there.has(id))
}

async function takeOut(turn: Turn, readerId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await turn
    .deleteFrom('queued_story')
    .where('reader_id', '=', readerId)
    .where('story_id', 'in', ids)
    .execute()
}

async function arrange(
  turn: Turn,
  reader_id: string,
  order: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  if (order.length === 0) return
  const added_at = at.epochMilliseconds
  const rows = order.map((story_id, rank) => ({ reader_id, story_id, rank, added_at }))
  await turn
    .insertInto('queued_story')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['reader_id', 'story_id'])
        .doUpdateSet(({ ref }) => ({ rank: ref('excluded.rank') })),
    )
    .execute()
}
