import type { Place, Places } from '#reading'
import { instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import { prepared } from '../prepared.ts'

export function places(database: Database): Places {
  const { read } = database
  const placeOf = prepared(
    read,
    read
      .selectFrom('reading_place')
      .innerJoin('story', 'story.id', 'reading_place.story_id')
      .select(['reading_place.block', 'reading_place.share', 'reading_place.at'])
      .where('reading_place.reader_id', '=', '')
      .where('reading_place.story_id', '=', '')
      .where('story.withdrawn_at', 'is', null),
  )
  return {
    async of(readerId, storyId) {
      const [row] = await placeOf(readerId, storyId)
      if (row === undefined) return null
      return { storyId, block: row.block, share: Number(row.share), at: instantFrom(row.at) }
    },
    keep: (readerId, place) => inTurn(database, (turn) => keepLater(turn, readerId, place)),
    async forget(readerId, storyId) {
      await inTurn(database, (turn) =>
        turn
          .deleteFrom('reading_place')
          .where('reader_id', '=', readerId)
          .where('story_id', '=', storyId)
          .execute(),
      )
    },
  }
}

type Turn = Parameters<Parameters<typeof inTurn>[1]>[0]

/** Writers take turns, so what is kept cannot become later in between. */
async function keepLater(turn: Turn, reader_id: string, place: Place): Promise<boolean> {
  const { storyId: story_id, block, share } = place
  const at = place.at.epochMilliseconds
  const story = await turn
    .selectFrom('story')
    .leftJoin('reading_place', (join) =>
      join
        .onRef('reading_place.story_id', '=', 'story.id')
        .on('reading_place.reader_id', '=', reader_id),
    )
    .select('reading_place.at')
    .where('story.id', '=', story_id)
    .where('story.withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (story === undefined || (story.at !== null && Number(story.at) > at)) return false
  await turn
    .insertInto('reading_place')
    .values({ reader_id, story_id, block, share, at })
    .onConflict((conflict) =>
      conflict.columns(['reader_id', 'story_id']).doUpdateSet({ block, share, at }),
    )
    .execute()
  return true
}
