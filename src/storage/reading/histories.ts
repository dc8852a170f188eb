import type { Histories, Opened } from '#reading'
import { dateFrom, instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'

export function histories(database: Database): Histories {
  const { read } = database
  return {
    async since(readerId) {
      const choice = await read
        .selectFrom('history_choice')
        .select('since')
        .where('reader_id', '=', readerId)
        .executeTakeFirst()
      return choice === undefined ? null : instantFrom(choice.since)
    },

    async begin(reader_id, at) {
      await inTurn(database, (turn) =>
        turn
          .insertInto('history_choice')
          .values({ reader_id, since: at.epochMilliseconds })
          .onConflict((clash) => clash.column('reader_id').doNothing())
          .execute(),
      )
    },

    async end(readerId) {
      await inTurn(database, (turn) =>
        turn.deleteFrom('history_choice').where('reader_id', '=', readerId).execute(),
      )
    },

    async of(readerId, { skip, most }) {
      const rows = await read
        .selectFrom('opened_story')
        .select(['story_id', 'day'])
        .where('reader_id', '=', readerId)
        .orderBy('day', 'desc')
        .orderBy('story_id', 'desc')
        .offset(skip)
        .limit(most)
        .execute()
      return rows.map(({ story_id, day }) => ({ storyId: story_id, day: dateFrom(day) }))
    },

    async note(opened) {
      if (opened.length === 0 || (await whoWants(read, opened)).size === 0) return
      // Asked again in their turn: somebody may have thought better of it, or left.
      await inTurn(database, (turn) => keepOpened(turn, opened))
    },

    async erase(readerId, storyId) {
      await inTurn(database, (turn) =>
        turn
          .deleteFrom('opened_story')
          .where('reader_id', '=', readerId)
          .where('story_id', '=', storyId)
          .execute(),
      )
      await database.overwriteDeleted()
    },

    async eraseAll(readerId) {
      await inTurn(database, (turn) =>
        turn.deleteFrom('opened_story').where('reader_id', '=', readerId).execute(),
      )
      await database.overwriteDeleted()
    },
  }
}

type Turn = Parameters<Parameters<typeof inTurn>[1]>[0]

async function whoWants(
  read: Pick<Turn, 'selectFrom'>,
  opened: readonly Opened[],
): Promise<ReadonlySet<string>> {
  const readers = [...new Set(opened.map(({ readerId }) => readerId))]
  const rows = await read
    .selectFrom('history_choice')
    .select('reader_id')
    .where('reader_id', 'in', readers)
    .execute()
  return new Set(rows.map(({ reader_id }) => reader_id))
}

async function keepOpened(turn: Turn, opened: readonly Opened[]): Promise<void> {
  const wanted = await whoWants(turn, opened)
  const theirs = opened.filter(({ readerId }) => wanted.has(readerId))
  if (theirs.length === 0) return
  const rows = theirs.map(({ readerId, storyId, day }) => ({
    ...{ reader_id: readerId, story_id: storyId, day: day.toString() },
  }))
  await turn
    .insertInto('opened_story')
    .values(rows)
    .onConflict((clash) =>
      clash
        .columns(['reader_id', 'story_id'])
        .doUpdateSet(({ ref }) => ({ day: ref('excluded.day') })),
    )
    .execute()
}
