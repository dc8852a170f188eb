import type { MineFeeds } from '#reading'
import { instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'

export function mineFeeds(database: Database): MineFeeds {
  const { read } = database
  return {
    async madeAt(readerId) {
      const feed = await read
        .selectFrom('mine_feed')
        .select('made_at')
        .where('reader_id', '=', readerId)
        .executeTakeFirst()
      return feed === undefined ? null : instantFrom(feed.made_at)
    },

    async put(reader_id, digest, at) {
      const made = { digest, made_at: at.epochMilliseconds }
      await inTurn(database, (turn) =>
        turn
          .insertInto('mine_feed')
          .values({ reader_id, ...made })
          .onConflict((clash) => clash.column('reader_id').doUpdateSet(made))
          .execute(),
      )
    },

    async end(readerId) {
      await inTurn(database, (turn) =>
        turn.deleteFrom('mine_feed').where('reader_id', '=', readerId).execute(),
      )
    },

    async readerOf(digest) {
      const feed = await read
        .selectFrom('mine_feed')
        .select('reader_id')
        .where('digest', '=', digest)
        .executeTakeFirst()
      return feed?.reader_id ?? null
    },
  }
}
