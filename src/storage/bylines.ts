import type { Kysely } from 'kysely'
import { type BylineReader, bylineKey, type StoryReader } from '#catalogue'
import { textsFrom } from './columns.ts'
import { type Database, inTurn } from './database.ts'
import type { Tables } from './tables.ts'

export function bylineReader(
  { read }: Database,
  { byIds }: Pick<StoryReader, 'byIds'>,
): BylineReader {
  const onStand = (keys: readonly string[]) =>
    read
      .selectFrom('byline')
      .innerJoin('story', 'story.id', 'byline.story_id')
      .where('byline.key', 'in', keys)
      .where('story.withdrawn_at', 'is', null)
  return {
    async signed(key, most) {
      const rows = await onStand([key])
        .select(['byline.story_id', 'byline.name'])
        .orderBy('byline.published_at', 'desc')
        .orderBy('byline.story_id')
        .limit(most)
        .execute()
      const [newest] = rows
      if (newest === undefined) return null
      const cards = await byIds(rows.map(({ story_id }) => story_id))
      const stories = rows.flatMap(({ story_id }) => cards.get(story_id) ?? [])
      return { key, name: newest.name, stories }
    },

    async named(keys) {
      const found = new Map<string, { key: string; name: string }>()
      for (const key of new Set(keys)) {
        const row = await onStand([key])
          .select('byline.name')
          .orderBy('byline.published_at', 'desc')
          .limit(1)
          .executeTakeFirst()
        if (row !== undefined) found.set(key, { key, name: row.name })
      }
      return found
    },
  }
}

interface Signed {
  readonly id: string
  readonly bylines: readonly string[]
  /** Milliseconds since the epoch, as the story has it. */
  readonly publishedAt: number
}

/** Keeps under which names stories stand, in the transaction that prints them. */
export async function keepBylines(turn: Kysely<Tables>, stories: readonly Signed[]): Promise<void> {
  const rows = stories.flatMap(({ id, bylines, publishedAt }) => {
    const names = new Map<string, string>()
    for (const name of bylines) {
      const key = bylineKey(name)
      if (key !== null && !names.has(key)) names.set(key, name)
    }
    return [...names].map(([key, name]) => ({
      ...{ story_id: id, key, name, published_at: publishedAt },
    }))
  })
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await turn
      .insertInto('byline')
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflict((clash) => clash.columns(['story_id', 'key']).doNothing())
      .execute()
  }
}

/** Four columns each: well below the engines' limits of bound values. */
const rowsAtOnce = 2_000

/** A new revision may be signed otherwise. */
export async function forgetBylines(turn: Kysely<Tables>, storyId: string): Promise<void> {
  await turn.deleteFrom('byline').where('story_id', '=', storyId).execute()
}

/** Stories that are gone through in one turn: other writers wait for it. */
const storiesAtOnce = 500

/**
 * Gives the next stories of before there was a table of bylines their rows.
 * @returns true when there are no more of them
 */
export async function fillBylines(database: Database): Promise<boolean> {
  const waiting = await database.read.selectFrom('byline_filled').select('upto').executeTakeFirst()
  if (waiting === undefined) return true
  return inTurn(database, async (turn) => {
    const place = await turn.selectFrom('byline_filled').select('upto').executeTakeFirst()
    if (place === undefined) return true
    const rows = await turn
      .selectFrom('story')
      .select(['id', 'bylines', 'published_at'])
      .where('id', '>', place.upto)
      .orderBy('id')
      .limit(storiesAtOnce)
      .execute()
    await keepBylines(
      turn,
      rows.map(({ id, bylines, published_at }) => ({
        ...{ id, bylines: textsFrom(bylines), publishedAt: Number(published_at) },
      })),
    )
    const last = rows.at(-1)
    if (last === undefined) {
      await turn.deleteFrom('byline_filled').execute()
      return true
    }
    await turn.updateTable('byline_filled').set({ upto: last.id }).execute()
    return false
  })
}
