import {
  type BegunStories,
  type GoneStories,
  type GoneStory,
  mostSaved,
  type SavedStories,
} from '#reading'
import { dateFrom, instantFrom } from '../columns.ts'
import { type Database, inTurn } from '../database.ts'
import { finished, shareRead } from './share-read.ts'

export function savedStories(database: Database): SavedStories {
  const { read } = database
  return {
    async of(readerId) {
      const rows = await read
        .selectFrom('saved_story as saved')
        .innerJoin('story', 'story.id', 'saved.story_id')
        .leftJoin('reading_place as place', (join) =>
          join
            .onRef('place.story_id', '=', 'saved.story_id')
            .onRef('place.reader_id', '=', 'saved.reader_id'),
        )
        // Only where there is a place to measure.
        .leftJoin('revision', (join) =>
          join
            .onRef('revision.story_id', '=', 'place.story_id')
            .onRef('revision.number', '=', 'story.revision'),
        )
        .select(['saved.story_id', 'saved.at', 'saved.read_at'])
        .select(['place.block', 'place.share', 'revision.block_marks'])
        .where('saved.reader_id', '=', readerId)
        .orderBy('saved.at', 'desc')
        .orderBy('saved.story_id')
        .execute()
      return rows.map((row) => ({
        storyId: row.story_id,
        at: instantFrom(row.at),
        isRead: row.read_at !== null || shareRead(row) >= finished,
      }))
    },

    async among(readerId, storyIds) {
      if (storyIds.length === 0) return new Set()
      const rows = await read
        .selectFrom('saved_story')
        .select('story_id')
        .where('reader_id', '=', readerId)
        .where('story_id', 'in', storyIds)
        .execute()
      return new Set(rows.map(({ story_id }) => story_id))
    },

    save: (readerId, storyId, at) =>
      inTurn(database, (turn) => saveOne(turn, readerId, storyId, at.epochMilliseconds)),

    async remove(readerId, storyId) {
      await inTurn(database, (turn) =>
        turn
          .deleteFrom('saved_story')
          .where('reader_id', '=', readerId)
          .where('story_id', '=', storyId)
          .execute(),
      )
    },

    async mark(readerId, storyId, readAt) {
      await inTurn(database, async (turn) => {
        const theirs = <Query extends { where(...is: readonly [string, '=', string]): Query }>(
          query: Query,
        ) => query.where('reader_id', '=', readerId).where('story_id', '=', storyId)
        await theirs(
          turn.updateTable('saved_story').set({ read_at: readAt?.epochMilliseconds ?? null }),
        ).execute()
        if (readAt === null) await theirs(turn.deleteFrom('reading_place')).execute()
      })
    },
  }
}

type Turn = Parameters<Parameters<typeof inTurn>[1]>[0]

async function saveOne(
  turn: Turn,
  reader_id: string,
  story_id: string,
  at: number,
): Promise<boolean> {
  const story = await turn
    .selectFrom('story')
    .select('id')
    .where('id', '=', story_id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (story === undefined) return false
  const ids = await turn
    .selectFrom('saved_story')
    .select('story_id')
    .where('reader_id', '=', reader_id)
    .execute()
  if (ids.some((one) => one.story_id === story_id)) return true
  if (ids.length >= mostSaved) return false
  await turn.insertInto('saved_story').values({ reader_id, story_id, at, read_at: null }).execute()
  return true
}

/** So many of the last places are looked at: some of them are in stories that are finished. */
const placesLookedAt = 60
/** Whoever read the first lines only has hardly begun. */
const begun = 0.05

export function begunStories({ read }: Database): BegunStories {
  return {
    async of(readerId, most) {
      const rows = await read
        .selectFrom('reading_place as place')
        .innerJoin('story', 'story.id', 'place.story_id')
        .innerJoin('revision', (join) =>
          join
            .onRef('revision.story_id', '=', 'story.id')
            .onRef('revision.number', '=', 'story.revision'),
        )
        .select(['place.story_id', 'place.block', 'place.share', 'place.at'])
        .select('revision.block_marks')
        .where('place.reader_id', '=', readerId)
        .where('story.withdrawn_at', 'is', null)
        .orderBy('place.at', 'desc')
        .orderBy('place.story_id')
        .limit(placesLookedAt)
        .execute()
      return rows
        .map((row) => ({ storyId: row.story_id, share: shareRead(row), at: instantFrom(row.at) }))
        .filter(({ share }) => share >= begun && share < finished)
        .slice(0, most)
    },
  }
}

export function goneStories({ read }: Database): GoneStories {
  return {
    async of(storyIds) {
      if (storyIds.length === 0) return new Map()
      const rows = await read
        .selectFrom('story')
        .innerJoin('edition', 'edition.id', 'story.edition_id')
        .innerJoin('publication', 'publication.id', 'story.publication_id')
        .select(['story.id', 'edition.date', 'publication.slug', 'publication.title'])
        .select('publication.language')
        .where('story.id', 'in', storyIds)
        .where('story.withdrawn_at', 'is not', null)
        .execute()
      const gone = rows.map((row): [string, GoneStory] => [
        row.id,
        {
          publicationSlug: row.slug,
          publicationTitle: row.title,
          publicationLanguage: row.language,
          editionDate: dateFrom(row.date),
        },
      ])
      return new Map(gone)
    },
  }
}
