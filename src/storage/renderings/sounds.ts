import type { Kysely, Selectable } from 'kysely'
import type { Mark, Sound, SoundBook, StoryRevision } from '#narrate'
import { type Database, inTurn } from '../database.ts'
import type { Tables } from '../tables.ts'
import { isCurrent } from './is-current.ts'
import type { RenderingTables } from './tables.ts'

export function soundBook(database: Database): SoundBook {
  const { read } = database
  return {
    async of(keys) {
      const rows = await inPieces(keys, (some) =>
        read.selectFrom('sound').selectAll().where('key', 'in', some).execute(),
      )
      return new Map(rows.map((row) => [row.key, soundFrom(row)]))
    },

    keep: (sound, of, at) =>
      inTurn(database, async (turn) => {
        if (!(await isCurrent(turn, of))) return
        const { key, ...made } = rowFrom(sound, at)
        await turn
          .insertInto('sound')
          .values({ key, ...made })
          // It was lost and is made again.
          .onConflict((clash) => clash.column('key').doUpdateSet(made))
          .execute()
        await link(turn, [key], of)
      }),

    claim: (keys, of) =>
      inTurn(database, async (turn) => {
        if (!(await isCurrent(turn, of))) return
        const there = await inPieces(keys, (some) =>
          turn.selectFrom('sound').select('key').where('key', 'in', some).execute(),
        )
        const found = there.map(({ key }) => key)
        await link(turn, found, of)
      }),

    async stale(storyIds) {
      const outdated = read
        .selectFrom('sound_of_story')
        .innerJoin('story', 'story.id', 'sound_of_story.story_id')
        .select('story.id')
        .distinct()
        .where(({ eb, or }) =>
          or([
            eb('story.withdrawn_at', 'is not', null),
            eb('sound_of_story.revision', '<', eb.ref('story.revision')),
          ]),
        )
      const rows =
        storyIds === null
          ? await outdated.execute()
          : await inPieces(storyIds, (some) => outdated.where('story.id', 'in', some).execute())
      return rows.map(({ id }) => id)
    },

    release: (storyId, keep) => inTurn(database, (turn) => release(turn, storyId, keep)),

    async known(blobs) {
      const rows = await inPieces(blobs, (some) =>
        read.selectFrom('sound').select('blob').where('blob', 'in', some).execute(),
      )
      return new Set(rows.map(({ blob }) => blob))
    },
  }
}

async function release(
  turn: Kysely<Tables>,
  storyId: string,
  keep: readonly string[],
): Promise<readonly string[]> {
  const needed = new Set(keep)
  const rows = await turn
    .selectFrom('sound_of_story')
    .select('sound_key')
    .where('story_id', '=', storyId)
    .execute()
  const all = rows.map(({ sound_key }) => sound_key)
  const gone = all.filter((key) => !needed.has(key))
  await inPieces(gone, (some) =>
    turn
      .deleteFrom('sound_of_story')
      .where('story_id', '=', storyId)
      .where('sound_key', 'in', some)
      .returning('sound_key')
      .execute(),
  )
  // What stays is of the text as it is now.
  await turn
    .updateTable('sound_of_story')
    .set(({ selectFrom }) => ({
      revision: selectFrom('story').select('story.revision').where('story.id', '=', storyId),
    }))
    .where('story_id', '=', storyId)
    .execute()
  const others = turn.selectFrom('sound_of_story').select('sound_key')
  const forgotten = await inPieces(gone, (some) =>
    turn
      .deleteFrom('sound')
      .where('key', 'in', some)
      .where('key', 'not in', others.where('sound_key', 'in', some))
      .returning('blob')
      .execute(),
  )
  const blobs = [...new Set(forgotten.map(({ blob }) => blob))]
  // Two keys may have come to the same sound.
  const left = await inPieces(blobs, (some) =>
    turn.selectFrom('sound').select('blob').where('blob', 'in', some).execute(),
  )
  const used = new Set(left.map(({ blob }) => blob))
  return blobs.filter((blob) => !used.has(blob))
}

async function link(
  turn: Kysely<Tables>,
  keys: readonly string[],
  { storyId, revision }: StoryRevision,
): Promise<void> {
  await inPieces(keys, (some) =>
    turn
      .insertInto('sound_of_story')
      .values(some.map((key) => ({ story_id: storyId, sound_key: key, revision })))
      .onConflict((clash) => clash.columns(['story_id', 'sound_key']).doUpdateSet({ revision }))
      .returning('sound_key')
      .execute(),
  )
}

/** Both engines know limits of how many values one statement may hold. */
const most = 2_000

async function inPieces<Row>(
  all: readonly string[],
  ask: (some: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < all.length; from += most) {
    rows.push(...(await ask(all.slice(from, from + most))))
  }
  return rows
}

function rowFrom({ sampleRate, marks, ...sound }: Sound, at: Temporal.Instant) {
  return {
    ...sound,
    sample_rate: sampleRate,
    marks: JSON.stringify(marks),
    made_at: at.epochMilliseconds,
  }
}

/** Marks are JSON that this program wrote itself, a few lines above. */
function soundFrom(row: Selectable<RenderingTables['sound']>): Sound {
  const marks: readonly Mark[] = JSON.parse(row.marks)
  return {
    key: row.key,
    blob: row.blob,
    bytes: Number(row.bytes),
    samples: Number(row.samples),
    sampleRate: Number(row.sample_rate),
    marks,
  }
}
