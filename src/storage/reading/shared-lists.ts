import type { Kysely } from 'kysely'
import type { SharedLists } from '#reading'
import { instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'
import { barFrom } from './list-bars.ts'
import { countsOf } from './lists.ts'

export function sharedLists(database: Database): SharedLists {
  const { read } = database
  return {
    async all() {
      const rows = await read
        .selectFrom('reader_list')
        .selectAll()
        .where('share_digest', 'is not', null)
        .orderBy('shared_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      const counts = await countsOf(read, rows)
      return rows.map((row) => ({
        ...{ id: row.id, title: row.title, why: row.why, shownName: row.shown_name },
        ...{ since: instantFrom(row.shared_at ?? 0), stories: counts.get(row.id) ?? 0 },
      }))
    },

    bar: (named, { reason, at }) =>
      inTurn(database, async (turn) => {
        const row = await turn
          .updateTable('reader_list')
          .set({ share_seed: null, share_digest: null, shared_at: null })
          .where('share_digest', 'is not', null)
          .where(({ eb, or }) => or([eb('id', '=', named), eb('share_digest', '=', named)]))
          .returning(['id', 'reader_id', 'title'])
          .executeTakeFirst()
        if (row === undefined) return null
        const { id: list_id, reader_id, title } = row
        const stories = await storiesOf(turn, list_id)
        const said = { title, stories, reason, barred_at: at.epochMilliseconds }
        await turn
          .insertInto('list_bar')
          .values({ list_id, reader_id, ...said })
          // Its reader may have pressed the button at the very moment of the bar before.
          .onConflict((conflict) => conflict.column('list_id').doUpdateSet(said))
          .execute()
        return title
      }),

    async barred() {
      const rows = await read
        .selectFrom('list_bar')
        .selectAll()
        .orderBy('barred_at', 'desc')
        .orderBy('list_id', 'desc')
        .execute()
      return rows.map(barFrom)
    },

    lift: (listId) =>
      inTurn(database, async (turn) => {
        const row = await turn
          .deleteFrom('list_bar')
          .where('list_id', '=', listId)
          .returning('title')
          .executeTakeFirst()
        return row?.title ?? null
      }),
  }
}

/** Withdrawn ones too: they may come back. */
async function storiesOf(read: Pick<Kysely<Tables>, 'selectFrom'>, id: string): Promise<string> {
  const rows = await read
    .selectFrom('listed_story')
    .select('story_id')
    .where('list_id', '=', id)
    .orderBy('rank')
    .execute()
  return rows.map(({ story_id }) => story_id).join(' ')
}
