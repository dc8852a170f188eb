import type { Kysely } from 'kysely'
import type { BlockMark, StoryAddress } from '#catalogue'
import type { Found, Known } from '#desk'
import { dateFrom, doorFrom, instantFrom } from './columns.ts'
import { publicationBySlug } from './publications.ts'
import type { Tables } from './tables.ts'

/** A query may hold 32,766 values on SQLite and 65,535 on PostgreSQL. */
const keysAtOnce = 1_000

/** What is known of these keys; asked in portions, answered in one map. */
export async function knownStories(
  database: Kysely<Tables>,
  publicationId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>()
  for (let from = 0; from < keys.length; from += keysAtOnce) {
    const rows = await knownRows(database)
      .where('received.publication_id', '=', publicationId)
      .where('received.key', 'in', keys.slice(from, from + keysAtOnce))
      .execute()
    for (const row of rows) known.set(row.key, knownFrom(row))
  }
  return known
}

export async function findStory(
  database: Kysely<Tables>,
  address: StoryAddress,
): Promise<Found | null> {
  const publication = await publicationBySlug(database, address.publication)
  if (publication === null) return null
  const row = await knownRows(database)
    .where('received.publication_id', '=', publication.id)
    .where('edition.slug', '=', address.edition)
    .where('story.slug', '=', address.story)
    .executeTakeFirst()
  if (row === undefined || row.edition_date === null) return null
  return {
    publicationId: publication.id,
    publication,
    key: row.key,
    known: knownFrom(row),
    editionDate: dateFrom(row.edition_date),
    editionName: row.edition_name ?? '',
  }
}

function knownRows(database: Kysely<Tables>) {
  return database
    .selectFrom('received')
    .leftJoin('story', 'story.id', 'received.story_id')
    .leftJoin('edition', 'edition.id', 'story.edition_id')
    .leftJoin('publication', 'publication.id', 'story.publication_id')
    .leftJoin('revision', (join) =>
      join
        .onRef('revision.story_id', '=', 'story.id')
        .onRef('revision.number', '=', 'story.revision'),
    )
    .leftJoin('held', (join) =>
      join
        .onRef('held.publication_id', '=', 'received.publication_id')
        .onRef('held.key', '=', 'received.key'),
    )
    .select([
      'received.key',
      'received.digest',
      'received.version',
      'story.id as story_id',
      'story.slug as story_slug',
      'story.withdrawn_by',
      'story.door',
      'edition.slug as edition_slug',
      'edition.date as edition_date',
      'edition.name as edition_name',
      'publication.slug as publication_slug',
      'revision.block_marks',
      'held.key as held_key',
      'held.until',
    ])
}

type KnownRow = Awaited<ReturnType<ReturnType<typeof knownRows>['execute']>>[number]

function knownFrom(row: KnownRow): Known {
  const held =
    row.held_key === null ? null : { until: row.until === null ? null : instantFrom(row.until) }
  const version = row.version === null ? null : instantFrom(row.version)
  return { digest: row.digest, version, held, story: storyFrom(row) }
}

function storyFrom(row: KnownRow): Known['story'] {
  const { story_id: id, story_slug, edition_slug, publication_slug, door, block_marks } = row
  if (id === null || story_slug === null || edition_slug === null) return null
  if (publication_slug === null || door === null) return null
  const marks: readonly BlockMark[] = JSON.parse(block_marks ?? '[]')
  const by = row.withdrawn_by
  return {
    id,
    address: { publication: publication_slug, edition: edition_slug, story: story_slug },
    withdrawnBy: by === 'desk' || by === 'sender' ? by : null,
    door: doorFrom(door),
    marks,
  }
}
