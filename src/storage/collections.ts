import type { Kysely, Selectable } from 'kysely'
import { type Chosen, type Collection, type CollectionReader, topicNamed } from '#catalogue'
import { instantFrom } from './columns.ts'
import type { Database } from './database.ts'
import type { CollectionTable, Tables } from './tables.ts'

export function collectionReader({ read }: Database): CollectionReader {
  return {
    async scheduled(most) {
      const rows = await read
        .selectFrom('collection')
        .selectAll()
        .where('starts_at', 'is not', null)
        .orderBy('starts_at', 'desc')
        .orderBy('id', 'desc')
        .limit(most)
        .execute()
      return withChosen(read, rows)
    },
    async bySlug(slug) {
      const rows = await read
        .selectFrom('collection')
        .selectAll()
        .where('slug', '=', slug)
        .execute()
      return (await withChosen(read, rows))[0] ?? null
    },
  }
}

/** Only what is on the stand: a story that comes back stands about where it stood. */
export async function withChosen(
  read: Pick<Kysely<Tables>, 'selectFrom'>,
  rows: readonly Selectable<CollectionTable>[],
): Promise<readonly Collection[]> {
  if (rows.length === 0) return []
  const stories = await read
    .selectFrom('collection_story')
    .innerJoin('story', 'story.id', 'collection_story.story_id')
    .select([
      'collection_story.collection_id',
      'collection_story.story_id',
      'collection_story.reason',
    ])
    .where(
      'collection_story.collection_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('story.withdrawn_at', 'is', null)
    .orderBy('collection_story.rank')
    .orderBy('collection_story.story_id')
    .execute()
  const byCollection = Map.groupBy(stories, ({ collection_id }) => collection_id)
  return rows.map((row) => {
    const own = byCollection.get(row.id) ?? []
    return collectionFrom(
      row,
      own.map(({ story_id, reason }) => ({ storyId: story_id, reason })),
    )
  })
}

function collectionFrom(row: Selectable<CollectionTable>, chosen: readonly Chosen[]): Collection {
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    introduction: row.introduction,
    language: row.language,
    everywhere: row.everywhere === 1,
    editor: row.editor,
    topic: topicNamed(row.topic),
    starts: row.starts_at === null ? null : instantFrom(row.starts_at),
    ends: row.ends_at === null ? null : instantFrom(row.ends_at),
    revision: row.revision,
    changedAt: instantFrom(row.changed_at),
    chosen,
  }
}

export function collectionRow(collection: Collection): CollectionTable {
  const { id, slug, title, introduction, language, editor, revision } = collection
  return {
    ...{ id, slug, title, introduction, language, editor, revision },
    everywhere: collection.everywhere ? 1 : 0,
    topic: collection.topic ?? '',
    starts_at: collection.starts?.epochMilliseconds ?? null,
    ends_at: collection.ends?.epochMilliseconds ?? null,
    changed_at: collection.changedAt.epochMilliseconds,
  }
}
