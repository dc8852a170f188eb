import type { Kysely, Selectable } from 'kysely'
import {
  type ListedPublication,
  type Publication,
  type PublicationReader,
  type Rhythm,
  rhythms,
} from '#catalogue'
import { doorFrom, kindFrom, licenceFrom, picturesFrom, topicsFrom } from './columns.ts'
import type { Database } from './database.ts'
import { inPortions, portionByPortion } from './in-portions.ts'
import type { PublicationTable, Tables } from './tables.ts'

const mostOnStand = 10_000
const rowsAtOnce = 250

export function publicationReader({ read }: Database): PublicationReader {
  return {
    bySlug: (slug) => publicationBySlug(read, slug),
    async byFormerSlug(slug) {
      const row = await read
        .selectFrom('former_slug')
        .innerJoin('publication', 'publication.id', 'former_slug.publication_id')
        .select('publication.slug')
        .where('former_slug.slug', '=', slug)
        .executeTakeFirst()
      return row?.slug ?? null
    },
    async onStand(ids) {
      const alike: Alike = { texts: new Map(), topics: new Map() }
      const of = async (some: ReturnType<typeof listedPublications>) =>
        (await some.execute()).map((row) => listedFrom(row, alike))
      const listed = listedPublications(read)
      const all = await (ids === undefined
        ? portionByPortion<ListedPublication>(rowsAtOnce, (last) =>
            of(listed.where('publication_id', '>', last?.id ?? '').limit(rowsAtOnce)),
          )
        : inPortions(ids, rowsAtOnce, (some) => of(listed.where('publication_id', 'in', some))))
      return all.slice(0, mostOnStand)
    },
    async count() {
      const [stories, publications] = await Promise.all([
        read
          .selectFrom('topic_count')
          .select(({ fn }) => fn.sum<number | string | null>('stories').as('count'))
          .executeTakeFirstOrThrow(),
        read
          .selectFrom('on_stand')
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow(),
      ])
      return { publications: Number(publications.count), stories: Number(stories.count ?? 0) }
    },
  }
}

const listedPublications = (read: Kysely<Tables>) =>
  read
    .selectFrom('on_stand')
    .innerJoin('publication', 'publication.id', 'on_stand.publication_id')
    .select([
      ...(['publication.id', 'slug', 'title', 'kind', 'language'] as const),
      ...(['country', 'rhythm', 'topics'] as const),
      ...(['first_date', 'before_date', 'newest_date'] as const),
    ])
    .orderBy('publication_id')

type ListedRow = Awaited<ReturnType<ReturnType<typeof listedPublications>['execute']>>[number]

/** What many have alike, days and languages and lists of topics, is kept once. */
interface Alike {
  readonly texts: Map<string, string>
  readonly topics: Map<string, ListedPublication['topics']>
}

function listedFrom(row: ListedRow, alike: Alike): ListedPublication {
  const { id, slug, title } = row
  const once = (text: string) => alike.texts.getOrInsert(text, text)
  return {
    ...{ id, slug, title },
    language: once(row.language),
    country: once(row.country),
    topics: alike.topics.getOrInsertComputed(row.topics, topicsFrom),
    kind: kindFrom(row.kind),
    rhythm: rhythmFrom(row.rhythm),
    span: {
      first: once(row.first_date),
      before: row.before_date === null ? null : once(row.before_date),
      newest: once(row.newest_date),
    },
  }
}

const rhythmFrom = (column: string): Rhythm | null =>
  rhythms.find((rhythm) => rhythm === column) ?? null

export async function publicationBySlug(
  database: Kysely<Tables>,
  slug: string,
): Promise<Publication | null> {
  const query = database.selectFrom('publication').selectAll().where('slug', '=', slug)
  const row = await query.executeTakeFirst()
  return row ? publicationFrom(row) : null
}

export async function publicationsByIds(
  database: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Publication>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('publication')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, publicationFrom(row)]))
}

/** The columns of a publication, in one order. */
export function publicationRow(publication: Publication): PublicationTable {
  const { id, slug, title, kind, language, description, home, door, cut } = publication
  return {
    id,
    slug,
    title,
    kind,
    language,
    description,
    home,
    time_zone: publication.timeZone,
    door,
    cut_paragraphs: cut.paragraphs,
    cut_words: cut.words,
    cut_share: cut.share,
    country: publication.country,
    rhythm: publication.rhythm ?? '',
    topics: JSON.stringify(publication.topics),
    licence: JSON.stringify(publication.licence),
    logo: publication.logo === null ? null : JSON.stringify(publication.logo),
    logo_digest: publication.logo?.digest ?? null,
    narration: publication.permits.narration ? 1 : 0,
    machine_translation: publication.permits.machineTranslation ? 1 : 0,
    third_parties: publication.permits.thirdParties ? 1 : 0,
    created_at: Temporal.Now.instant().epochMilliseconds,
  }
}

function publicationFrom(row: Selectable<PublicationTable>): Publication {
  const { id, slug, title, language, description, home } = row
  return {
    id,
    slug,
    title,
    kind: kindFrom(row.kind),
    language,
    description,
    home,
    timeZone: row.time_zone,
    door: doorFrom(row.door),
    cut: { paragraphs: row.cut_paragraphs, words: row.cut_words, share: row.cut_share },
    country: row.country,
    rhythm: rhythmFrom(row.rhythm),
    topics: topicsFrom(row.topics),
    licence: licenceFrom(row.licence),
    logo: picturesFrom(row.logo),
    permits: {
      narration: row.narration === 1,
      machineTranslation: row.machine_translation === 1,
      thirdParties: row.third_parties === 1,
    },
  }
}
