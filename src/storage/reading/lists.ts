import type { Kysely, Selectable } from 'kysely'
import { bad, good } from '#ground/outcome'
import { type Listed, type Lists, listRules, type ReaderList } from '#reading'
import { instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'
import { keepListed } from './keep-listed.ts'
import { barFrom } from './list-bars.ts'
import type { ReaderListTable } from './tables.ts'

type Turn = Parameters<Parameters<typeof inTurn>[1]>[0]
type Read = Pick<Kysely<Tables>, 'selectFrom'>

export function readerLists(database: Database): Lists {
  const { read } = database
  return {
    async of(readerId) {
      const rows = await read
        .selectFrom('reader_list')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('changed_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      const counts = await countsOf(read, rows)
      return rows.map((row) => ({
        ...{ id: row.id, title: row.title, why: row.why, isShared: row.share_digest !== null },
        ...{ changedAt: instantFrom(row.changed_at), stories: counts.get(row.id) ?? 0 },
      }))
    },

    async holding(readerId, storyId) {
      const rows = await read
        .selectFrom('listed_story')
        .select('list_id')
        .where('reader_id', '=', readerId)
        .where('story_id', '=', storyId)
        .execute()
      return new Set(rows.map(({ list_id }) => list_id))
    },

    byId: (readerId, id) => byId(read, readerId, id),

    add: (readerId, list) => inTurn(database, (turn) => addOne(turn, readerId, list)),

    change: (readerId, id, change) =>
      inTurn(database, async (turn) => {
        const before = await byId(turn, readerId, id)
        if (before === null) return bad('missing' as const)
        const made = change(before)
        if (!made.ok) return made
        await turn
          .updateTable('reader_list')
          .set(wordsOf(made.value))
          .where('id', '=', id)
          .execute()
        await keepListed(turn, { readerId, before, after: made.value })
        return good(made.value)
      }),

    async remove(readerId, id) {
      await inTurn(database, (turn) =>
        turn
          .deleteFrom('reader_list')
          .where('id', '=', id)
          .where('reader_id', '=', readerId)
          .execute(),
      )
    },

    async bars(readerId) {
      const rows = await read
        .selectFrom('list_bar')
        .selectAll()
        .where('reader_id', '=', readerId)
        .orderBy('barred_at', 'desc')
        .orderBy('list_id', 'desc')
        .execute()
      return rows.map(barFrom)
    },

    async shared(digest) {
      const row = await read
        .selectFrom('reader_list')
        .selectAll()
        .where('share_digest', '=', digest)
        .executeTakeFirst()
      return row === undefined ? null : withListed(read, row)
    },
  }
}

async function byId(read: Read, readerId: string, id: string): Promise<ReaderList | null> {
  const row = await read
    .selectFrom('reader_list')
    .selectAll()
    .where('id', '=', id)
    .where('reader_id', '=', readerId)
    .executeTakeFirst()
  return row === undefined ? null : withListed(read, row)
}

async function addOne(turn: Turn, reader_id: string, list: ReaderList): Promise<boolean> {
  const ids = await turn
    .selectFrom('reader_list')
    .select('id')
    .where('reader_id', '=', reader_id)
    .execute()
  if (ids.length >= listRules.lists) return false
  const made_at = list.madeAt.epochMilliseconds
  await turn
    .insertInto('reader_list')
    .values({ id: list.id, reader_id, made_at, ...wordsOf(list) })
    .execute()
  await keepListed(turn, { readerId: reader_id, before: { listed: [] }, after: list })
  return true
}

/** Only what is on the stand: a story that comes back stands about where it stood. */
async function withListed(read: Read, row: Selectable<ReaderListTable>): Promise<ReaderList> {
  const rows = await read
    .selectFrom('listed_story')
    .innerJoin('story', 'story.id', 'listed_story.story_id')
    .select(['listed_story.story_id', 'listed_story.note', 'listed_story.added_at'])
    .where('listed_story.list_id', '=', row.id)
    .where('story.withdrawn_at', 'is', null)
    .orderBy('listed_story.rank')
    .orderBy('listed_story.story_id')
    .execute()
  const listed: readonly Listed[] = rows.map(({ story_id, note, added_at }) => ({
    ...{ storyId: story_id, note, addedAt: instantFrom(added_at) },
  }))
  return { ...listFrom(row), listed }
}

function listFrom(row: Selectable<ReaderListTable>): Omit<ReaderList, 'listed'> {
  const { share_seed: seed, share_digest: digest, shared_at } = row
  const sharing =
    seed === null || digest === null || shared_at === null
      ? null
      : { seed, digest, since: instantFrom(shared_at) }
  return {
    id: row.id,
    title: row.title,
    why: row.why,
    shownName: row.shown_name,
    sharing,
    madeAt: instantFrom(row.made_at),
    changedAt: instantFrom(row.changed_at),
  }
}

/** What of a list a change may change. */
const wordsOf = ({ title, why, shownName, sharing, changedAt }: ReaderList) => ({
  ...{ title, why, shown_name: shownName },
  share_seed: sharing?.seed ?? null,
  share_digest: sharing?.digest ?? null,
  shared_at: sharing?.since.epochMilliseconds ?? null,
  changed_at: changedAt.epochMilliseconds,
})

/** Of these lists how many stories are on the stand. */
export async function countsOf(
  read: Read,
  rows: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map()
  const counted = await read
    .selectFrom('listed_story')
    .innerJoin('story', 'story.id', 'listed_story.story_id')
    .select(['listed_story.list_id', ({ fn }) => fn.countAll().as('count')])
    .where(
      'listed_story.list_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('story.withdrawn_at', 'is', null)
    .groupBy('listed_story.list_id')
    .execute()
  return new Map(counted.map(({ list_id, count }) => [list_id, Number(count)]))
}
