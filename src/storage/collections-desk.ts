import type { Kysely } from 'kysely'
import type { Collection } from '#catalogue'
import type { CollectionDesk } from '#desk'
import { bad, good } from '#ground/outcome'
import { collectionRow, withChosen } from './collections.ts'
import { type Database, inTurn } from './database.ts'
import { note } from './outbox.ts'
import type { Tables } from './tables.ts'

/** More than an editor can look through. */
const mostListed = 500

export function collectionDesk(database: Database): CollectionDesk {
  const { read } = database
  return {
    async all() {
      const newest = read.selectFrom('collection').selectAll().orderBy('changed_at', 'desc')
      return withChosen(read, await newest.orderBy('id', 'desc').limit(mostListed).execute())
    },
    byId: (id) => byId(read, id),
    add: (collection) =>
      inTurn(database, async (turn) => {
        const added = { ...collection, slug: await freeSlugOf(turn, collection) }
        await turn.insertInto('collection').values(collectionRow(added)).execute()
        await choose(turn, added)
        await tell(turn, added.changedAt)
        return added
      }),
    replace: (collection) =>
      inTurn(database, async (turn) => {
        const before = await byId(turn, collection.id)
        if (before === null) return bad('missing')
        if (before.revision !== collection.revision) return bad('changed-meanwhile')
        const slug = await freeSlugOf(turn, collection)
        const kept = { ...collection, slug, revision: before.revision + 1 }
        const { id, ...row } = collectionRow(kept)
        await turn.updateTable('collection').set(row).where('id', '=', id).execute()
        await choose(turn, kept)
        await tell(turn, kept.changedAt)
        return good(kept)
      }),
    remove: (id, revision, at) =>
      inTurn(database, async (turn) => {
        const gone = await turn
          .deleteFrom('collection')
          .where('id', '=', id)
          .where('revision', '=', revision)
          .executeTakeFirst()
        if (gone.numDeletedRows === 0n) return false
        await tell(turn, at)
        return true
      }),
  }
}

async function byId(read: Pick<Kysely<Tables>, 'selectFrom'>, id: string) {
  const rows = await read.selectFrom('collection').selectAll().where('id', '=', id).execute()
  return (await withChosen(read, rows))[0] ?? null
}

/** Writers take turns, so a slug that is free stays free until it is written. */
async function freeSlugOf(turn: Kysely<Tables>, { id, slug }: Collection): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? slug : `${slug}-${count}`
    const other = await turn
      .selectFrom('collection')
      .select('id')
      .where('slug', '=', name)
      .where('id', '!=', id)
      .executeTakeFirst()
    if (other === undefined) return name
  }
}

/** Stories that are withdrawn keep their place: no editor sees them, so none took them out. */
async function choose(turn: Kysely<Tables>, { id, chosen }: Collection): Promise<void> {
  await turn
    .deleteFrom('collection_story')
    .where('collection_id', '=', id)
    .where('story_id', 'in', (eb) =>
      eb.selectFrom('story').select('id').where('withdrawn_at', 'is', null),
    )
    .execute()
  const ids = chosen.map(({ storyId }) => storyId)
  if (ids.length === 0) return
  const known = await turn
    .selectFrom('story')
    .select('id')
    .where('id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute()
  const there = new Set(known.map((story) => story.id))
  const rows = chosen.flatMap(({ storyId, reason }, rank) =>
    there.has(storyId) ? [{ collection_id: id, story_id: storyId, rank, reason }] : [],
  )
  if (rows.length > 0) await turn.insertInto('collection_story').values(rows).execute()
}

/** Front pages, feeds and the map of the stand may show it: those who keep them are told. */
const tell = (turn: Kysely<Tables>, at: Temporal.Instant) =>
  note(turn, at, { kind: 'collected', publication: '', stories: [] })
