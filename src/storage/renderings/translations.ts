import type { Kysely, Selectable } from 'kysely'
import type { KeptBlock, QualityFlag, TranslationBook } from '#translate'
import { instantFrom, textsFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'
import { isCurrent } from './is-current.ts'
import type { RenderingTables } from './tables.ts'

/** Keys looked up by one statement: databases take only so many values. */
const most = 5_000

export function translationBook(database: Database): TranslationBook {
  const { read } = database
  return {
    async of(keys) {
      const rows: Selectable<RenderingTables['translated_block']>[] = []
      for (let from = 0; from < keys.length; from += most) {
        const some = keys.slice(from, from + most)
        const query = read.selectFrom('translated_block').selectAll().where('key', 'in', some)
        rows.push(...(await query.execute()))
      }
      return new Map(rows.map((row) => [row.key, blockFrom(row)]))
    },

    keep: (blocks, storyId, revision) =>
      inTurn(database, async (turn) => {
        if (blocks.length === 0 || !(await isCurrent(turn, { storyId, revision }))) return
        await turn
          .insertInto('translated_block')
          .values(blocks.map(rowFrom))
          .onConflict((clash) => clash.column('key').doNothing())
          .execute()
        const keys = blocks.map(({ key }) => key)
        await claimFor(turn, keys, storyId, revision)
      }),

    async claim(keys, storyId, revision) {
      const theirs = new Set(await keysOf(read, storyId))
      const fresh = keys.filter((key) => !theirs.has(key))
      if (fresh.length === 0) return
      await inTurn(database, async (turn) => {
        if (!(await isCurrent(turn, { storyId, revision }))) return
        const there = await turn
          .selectFrom('translated_block')
          .select('key')
          .where('key', 'in', fresh)
          .execute()
        const found = there.map(({ key }) => key)
        await claimFor(turn, found, storyId, revision)
      })
    },

    async storiesIn(storyIds) {
      if (storyIds.length === 0) return []
      const rows = await read
        .selectFrom('translation_of_story')
        .select('story_id')
        .distinct()
        .where('story_id', 'in', storyIds)
        .execute()
      return rows.map(({ story_id }) => story_id)
    },

    release: (storyId, keep) =>
      inTurn(database, async (turn) => {
        const needed = new Set(keep)
        const gone = (await keysOf(turn, storyId)).filter((key) => !needed.has(key))
        if (gone.length === 0) return
        await turn
          .deleteFrom('translation_of_story')
          .where('story_id', '=', storyId)
          .where('block_key', 'in', gone)
          .execute()
        const others = turn.selectFrom('translation_of_story').select('block_key')
        await turn
          .deleteFrom('translated_block')
          .where('key', 'in', gone)
          .where('key', 'not in', others.where('block_key', 'in', gone))
          .execute()
      }),
  }
}

async function keysOf(database: Kysely<Tables>, storyId: string): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('translation_of_story')
    .select('block_key')
    .where('story_id', '=', storyId)
    .execute()
  return rows.map(({ block_key }) => block_key)
}

async function claimFor(
  turn: Kysely<Tables>,
  keys: readonly string[],
  storyId: string,
  revision: number,
): Promise<void> {
  if (keys.length === 0) return
  await turn
    .insertInto('translation_of_story')
    .values(keys.map((key) => ({ story_id: storyId, block_key: key, revision })))
    .onConflict((clash) => clash.columns(['story_id', 'block_key']).doUpdateSet({ revision }))
    .execute()
}

function rowFrom({ key, segments, engine, flags, at }: KeptBlock) {
  return {
    key,
    segments: JSON.stringify(segments),
    engine,
    flags: JSON.stringify(flags),
    made_at: at.epochMilliseconds,
  }
}

/** JSON that this program wrote itself, a few lines above. */
function blockFrom(row: Selectable<RenderingTables['translated_block']>): KeptBlock {
  const flags: readonly QualityFlag[] = JSON.parse(row.flags)
  const { key, engine } = row
  return { key, segments: textsFrom(row.segments), engine, flags, at: instantFrom(row.made_at) }
}
