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
import { portionByPortion } from './in-portions.ts'
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
    async onStand() {
      const rows = await portionByPortion<ListedRow>(rowsAtOnce, (last) =>
        read
          .selectFrom('on_stand')
          .innerJoin('publication', 'publication.id', 'on_stand.publication_id')
          .select(listed)
          .$if(last !== null, (query) =>
            query.where('on_stand.publication_id', '>', last?.id ?? ''),
          )
          .orderBy('on_stand.publication_id')
          .limit(rowsAtOnce)
          .execute(),
      )
      return listedFrom(rows.slice(0, mostOnStand))
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

const listed = [
  ...(['publication.id', 'slug', 'title', 'kind', 'language'] as const),
  ...(['country', 'rhythm', 'topics'] as const),
] as const

type ListedRow = Pick<
  Selectable<PublicationTable>,
  'id' | 'slug' | 'title' | 'kind' | 'language' | 'country' | 'rhythm' | 'topics'
>

/** Few lists of topics are different: each is read once, and kept once. */
function listedFrom(rows: readonly ListedRow[]): readonly ListedPublication[] {
  const topics = new Map<string, ListedPublication['topics']>()
  return rows.map((row) => {
    const about = topics.get(row.topics) ?? topicsFrom(row.topics)
    topics.set(row.topics, about)
    return { ...row, kind: kindFrom(row.kind), rhythm: rhythmFrom(row.rhythm), topics: about }
  })
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
