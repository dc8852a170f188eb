import type { Kysely } from 'kysely'
import type { Count, Meter, StrangersMeter } from '#access'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'

export function meterBook(database: Database): Meter {
  return {
    async look(count) {
      const stories = await storiesOf(database.read, count)
      return { used: stories.length, counted: stories.includes(count.storyId) }
    },
    take: (count, allowed, at) =>
      inTurn(database, async (turn) => {
        const stories = await storiesOf(turn, count)
        if (stories.includes(count.storyId)) return true
        if (stories.length >= allowed) return false
        const { readerId: reader_id, month, storyId: story_id } = count
        const row = { reader_id, month, story_id, at: at.epochMilliseconds }
        await turn.insertInto('meter_count').values(row).execute()
        return true
      }),
    async forgetBefore(month) {
      await inTurn(database, (turn) =>
        turn.deleteFrom('meter_count').where('month', '<', month).execute(),
      )
    },
  }
}

/** Never more than the meter allows, so they are read whole. */
async function storiesOf(
  database: Kysely<Tables>,
  { readerId, month }: Count,
): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('meter_count')
    .select('story_id')
    .where('reader_id', '=', readerId)
    .where('month', '=', month)
    .execute()
  return rows.map(({ story_id }) => story_id)
}

export function strangersMeterBook(database: Database): StrangersMeter {
  return {
    take: (mark, day, most) =>
      inTurn(database, async (turn) => {
        const row = await turn
          .selectFrom('strangers_count')
          .select('taken')
          .where('mark', '=', mark)
          .where('day', '=', day)
          .executeTakeFirst()
        if ((row?.taken ?? 0) >= most) return false
        await turn
          .insertInto('strangers_count')
          .values({ mark, day, taken: 1 })
          .onConflict((conflict) =>
            conflict.columns(['mark', 'day']).doUpdateSet({ taken: (row?.taken ?? 0) + 1 }),
          )
          .execute()
        return true
      }),
    async forgetBefore(day) {
      await inTurn(database, (turn) =>
        turn.deleteFrom('strangers_count').where('day', '<', day).execute(),
      )
    },
  }
}
