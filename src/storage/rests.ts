import type { Kysely } from 'kysely'
import type { Block, PublicStory } from '#catalogue'
import type { LeadReader, PictureStories, PictureUses, RestReader } from '#reading'
import { doorFrom } from './columns.ts'
import type { Database } from './database.ts'
import { prepared, preparedForEach } from './prepared.ts'
import type { Tables } from './tables.ts'
import { whileUnchanged } from './while-unchanged.ts'

/** Behind the wall: given to `reading` alone. */
export function restReader(database: Database): RestReader {
  const { read } = database
  const remembering = whileUnchanged<string>(database, 500)
  const restOf = prepared(
    read,
    read.selectFrom('rest').select('html').where('story_id', '=', '').where('revision', '=', 0),
  )
  return {
    of: (storyId, revision) =>
      remembering(`${storyId} ${revision}`, async () => {
        const [row] = await restOf(storyId, revision)
        if (row === undefined) throw new Error(`Revision ${revision} of ${storyId} has no rest`)
        return row.html
      }),
    async blocksOf(storyId, revision) {
      const row = await read
        .selectFrom('rest')
        .select('blocks')
        .where('story_id', '=', storyId)
        .where('revision', '=', revision)
        .executeTakeFirst()
      if (row === undefined) throw new Error(`Revision ${revision} of ${storyId} has no rest`)
      return blocksFrom(row.blocks)
    },
    blocksOfEach: newestBlocks(
      preparedForEach(read, (ids) =>
        read
          .selectFrom('rest')
          .innerJoin('story', (join) =>
            join
              .onRef('story.id', '=', 'rest.story_id')
              .onRef('story.revision', '=', 'rest.revision'),
          )
          .select(['story.id', 'story.revision', 'rest.blocks'])
          .where('story.id', 'in', ids)
          .where('story.withdrawn_at', 'is', null),
      ),
    ),
  }
}

export function leadReader({ read }: Database): LeadReader {
  return {
    async blocksOf(storyId, revision) {
      const row = await read
        .selectFrom('revision')
        .select('lead_blocks')
        .where('story_id', '=', storyId)
        .where('number', '=', revision)
        .executeTakeFirst()
      if (row === undefined) throw new Error(`There is no revision ${revision} of ${storyId}`)
      return blocksFrom(row.lead_blocks)
    },
    blocksOfEach: newestBlocks(
      preparedForEach(read, (ids) =>
        read
          .selectFrom('revision')
          .innerJoin('story', (join) =>
            join
              .onRef('story.id', '=', 'revision.story_id')
              .onRef('story.revision', '=', 'revision.number'),
          )
          .select(['story.id', 'story.revision', 'revision.lead_blocks as blocks'])
          .where('story.id', 'in', ids)
          .where('story.withdrawn_at', 'is', null),
      ),
    ),
  }
}

interface BlocksRow {
  readonly id: string
  readonly revision: number
  readonly blocks: string
}

/** A story that was changed since somebody decided about it is left out. */
function newestBlocks(ask: (ids: readonly string[]) => Promise<readonly BlocksRow[]>) {
  return async (stories: readonly Pick<PublicStory, 'id' | 'revision'>[]) => {
    const asked = new Map(stories.map(({ id, revision }) => [id, revision]))
    const rows = await ask([...asked.keys()])
    const same = rows.filter(({ id, revision }) => asked.get(id) === revision)
    return new Map(same.map(({ id, blocks }) => [id, blocksFrom(blocks)]))
  }
}

/** JSON that this program wrote itself; its type is that of the writer in story-rows.ts. */
function blocksFrom(column: string): readonly Block[] {
  return JSON.parse(column)
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
      // A logo or a cover is seen by anyone, as an open story's picture is.
      if (await isWorn(read, digest)) return [{ place: 'lead', door: 'open' }]
      return rows.map(({ place, door }) => ({
        place: place === 'lead' ? 'lead' : 'rest',
        door: doorFrom(door),
      }))
    },
  }
}

/** Whether it is the logo of a publication, or the cover of an edition, of which a story is left. */
async function isWorn(read: Kysely<Tables>, digest: string): Promise<boolean> {
  const onStand = read.selectFrom('story').select('story.id').where('withdrawn_at', 'is', null)
  const logo = onStand
    .innerJoin('publication', 'publication.id', 'story.publication_id')
    .where('publication.logo_digest', '=', digest)
  const cover = onStand
    .innerJoin('edition', 'edition.id', 'story.edition_id')
    .where('edition.cover_digest', '=', digest)
  const found =
    (await cover.limit(1).executeTakeFirst()) ?? (await logo.limit(1).executeTakeFirst())
  return found !== undefined
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
