import type { PictureStories, PictureUses, RestReader } from '#reading'
import { doorFrom } from './columns.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'

/** Behind the wall: given to `reading` alone. */
export function restReader({ read }: Database): RestReader {
  const restOf = prepared(
    read,
    read.selectFrom('rest').select('html').where('story_id', '=', '').where('revision', '=', 0),
  )
  return {
    async of(storyId, revision) {
      const [row] = await restOf(storyId, revision)
      if (row === undefined) throw new Error(`Revision ${revision} of ${storyId} has no rest`)
      return row.html
    },
  }
}

export function pictureUses({ read }: Database): PictureUses {
  return {
    async of(digest) {
      const rows = await read
        .selectFrom('picture_use')
        .innerJoin('story', 'story.id', 'picture_use.story_id')
        .select(['picture_use.place', 'story.door'])
        .where('picture_use.digest', '=', digest)
        .where('story.withdrawn_at', 'is', null)
        .execute()
      const shown = await read
        .selectFrom('shown_picture')
        .select('digest')
        .where('digest', '=', digest)
        .executeTakeFirst()
      // A logo or a cover is seen by anyone, as an open story's picture is.
      if (shown !== undefined) return [{ place: 'lead', door: 'open' }]
      return rows.map(({ place, door }) => ({
        place: place === 'lead' ? 'lead' : 'rest',
        door: doorFrom(door),
      }))
    },
  }
}

export function pictureStories({ read }: Database): PictureStories {
  return {
    async of(digest) {
      const rows = await read
        .selectFrom('picture_use')
        .innerJoin('story', 'story.id', 'picture_use.story_id')
        .select(['story.id', 'story.edition_id', 'story.publication_id', 'story.door'])
        .where('picture_use.digest', '=', digest)
        .where('picture_use.place', '=', 'rest')
        .where('story.withdrawn_at', 'is', null)
        .execute()
      return rows.map(({ id, edition_id, publication_id, door }) => ({
        id,
        editionId: edition_id,
        publicationId: publication_id,
        door: doorFrom(door),
      }))
    },
  }
}
