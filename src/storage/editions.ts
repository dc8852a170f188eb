import { type ExpressionBuilder, type Kysely, type Selectable, sql } from 'kysely'
import type { Edition, EditionCard, EditionReader } from '#catalogue'
import { dateFrom, kindFrom, picturesFrom, topicsFrom } from './columns.ts'
import type { Database } from './database.ts'
import { rankedStories } from './first-stories.ts'
import type { EditionTable, Tables } from './tables.ts'

/** Headlines that fit on a typeset cover. */
const headlinesOnCover = 4

export function editionReader({ read }: Database): EditionReader {
  return {
    async byAddress(publication, edition) {
      const row = await read
        .selectFrom('edition')
        .innerJoin('publication', 'publication.id', 'edition.publication_id')
        .selectAll('edition')
        .where('publication.slug', '=', publication)
        .where('edition.slug', '=', edition)
        .executeTakeFirst()
      return row ? editionFrom(row) : null
    },

    async cardAt(publication, edition) {
      const rows = await onStand(read)
        .where('publication.slug', '=', publication)
        .where('edition.slug', '=', edition)
        .execute()
      const [card] = await cardsFrom(read, rows)
      return card ?? null
    },

    async beside(edition) {
      const [earlier, later] = await Promise.all([
        nextTo(read, edition, 'before'),
        nextTo(read, edition, 'after'),
      ])
      return { earlier, later }
    },

    async cameOut(publicationId) {
      const row = await read
        .selectFrom('edition')
        .select('id')
        .where('publication_id', '=', publicationId)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },

    async latestOf(publicationId, most) {
      const rows = await onStand(read)
        .where('edition.publication_id', '=', publicationId)
        .orderBy('edition.date', 'desc')
        .orderBy('edition.slug', 'desc')
        .limit(most)
        .execute()
      return cardsFrom(read, rows)
    },

    async newest(most) {
      const rows = await newestOfEach(onStand(read))
        .orderBy('edition.date', 'desc')
        .orderBy('edition.published_at', 'desc')
        .limit(most)
        .execute()
      return cardsFrom(read, rows)
    },

    async newestOf(publicationIds) {
      const rows: NamedEdition[] = []
      for (let from = 0; from < publicationIds.length; from += idsAtOnce) {
        const some = publicationIds.slice(from, from + idsAtOnce)
        const query = newestOfEach(onStand(read)).where('edition.publication_id', 'in', some)
        rows.push(...(await query.execute()))
      }
      return cardsFrom(read, rows)
    },

    async newestDates() {
      const rows = await read
        .selectFrom('publication')
        .select(({ selectFrom }) => [
          'publication.id',
          selectFrom('edition')
            .select('edition.date')
            .whereRef('edition.publication_id', '=', 'publication.id')
            .where(hasStory)
            .orderBy('edition.date', 'desc')
            .limit(1)
            .as('date'),
        ])
        .execute()
      return new Map(rows.flatMap(({ id, date }) => (date === null ? [] : [[id, dateFrom(date)]])))
    },

    async years(publicationId) {
      const year = sql<string>`substr(edition.date, 1, 4)`
      const rows = await read
        .selectFrom('edition')
        .select(({ fn }) => [year.as('year'), fn.countAll().as('editions')])
        .where('edition.publication_id', '=', publicationId)
        .where(hasStory)
        .groupBy(year)
        .orderBy('year', 'desc')
        .execute()
      return rows.map((row) => ({ year: Number(row.year), editions: Number(row.editions) }))
    },

    async inYear(publicationId, year) {
      const from = String(year).padStart(4, '0')
      const rows = await onStand(read)
        .where('edition.publication_id', '=', publicationId)
        .where('edition.date', '>=', `${from}-01-01`)
        .where('edition.date', '<=', `${from}-12-31`)
        .orderBy('edition.date', 'desc')
        .orderBy('edition.slug', 'desc')
        .limit(mostInYear)
        .execute()
      return cardsFrom(read, rows)
    },
  }
}

/** A query may hold 32,766 values on SQLite. */
const idsAtOnce = 1_000

/** Two editions a day and some to spare. */
const mostInYear = 800

const hasStory = ({ exists, selectFrom }: ExpressionBuilder<Tables, 'edition'>) =>
  exists(
    selectFrom('story')
      .select('story.id')
      .whereRef('story.edition_id', '=', 'edition.id')
      .where('story.withdrawn_at', 'is', null),
  )

/** By day, and by name where a day has several: the order of every list of editions. */
async function nextTo(
  read: Kysely<Tables>,
  { publicationId, date, slug }: Edition,
  side: 'before' | 'after',
): Promise<Edition | null> {
  const [than, way] = side === 'before' ? (['<', 'desc'] as const) : (['>', 'asc'] as const)
  const day = date.toString()
  const row = await read
    .selectFrom('edition')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('edition.date', 'edition.slug'), than, tuple(day, slug)),
    )
    .where(hasStory)
    .orderBy('date', way)
    .orderBy('slug', way)
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : editionFrom(row)
}

/** Of each publication the newest edition with a story on the stand. */
function newestOfEach(editions: ReturnType<typeof onStand>) {
  return editions.where('edition.id', '=', ({ selectFrom }) =>
    selectFrom('edition as later')
      .select('later.id')
      .whereRef('later.publication_id', '=', 'edition.publication_id')
      .where(({ exists, selectFrom: inner }) =>
        exists(
          inner('story')
            .select('story.id')
            .whereRef('story.edition_id', '=', 'later.id')
            .where('story.withdrawn_at', 'is', null),
        ),
      )
      .orderBy('later.date', 'desc')
      .orderBy('later.slug', 'desc')
      .limit(1),
  )
}

/** The ids of these editions, newest first: what a front page looks at. */
export async function newestEditionIds(
  read: Kysely<Tables>,
  most: number,
  language?: string,
): Promise<string[]> {
  const rows = await newestOfEach(
    language === undefined ? onStand(read) : inLanguage(read, language),
  )
    .orderBy('edition.date', 'desc')
    .orderBy('edition.published_at', 'desc')
    .orderBy('edition.id')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** "pt" is the language of "pt" and of "pt-BR". */
const inLanguage = (read: Kysely<Tables>, language: string) =>
  onStand(read).where(({ eb, or }) =>
    or([
      eb('publication.language', '=', language),
      eb('publication.language', 'like', `${language}-%`),
    ]),
  )

/** An edition of which nothing is left on the stand is in no list. */
function onStand(read: Kysely<Tables>) {
  return read
    .selectFrom('edition')
    .innerJoin('publication', 'publication.id', 'edition.publication_id')
    .selectAll('edition')
    .select([
      'publication.slug as publicationSlug',
      'publication.title as publicationTitle',
      'publication.language as publicationLanguage',
      'publication.kind as publicationKind',
      'publication.topics as publicationTopics',
    ])
    .where(hasStory)
}

type NamedEdition = Selectable<EditionTable> & {
  publicationSlug: string
  publicationTitle: string
  publicationLanguage: string
  publicationKind: string
  publicationTopics: string
}

async function cardsFrom(
  read: Kysely<Tables>,
  rows: readonly NamedEdition[],
): Promise<EditionCard[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const first = await read
    .with('ranked', () => rankedStories(read, ids))
    .selectFrom('ranked')
    .innerJoin('story', 'story.id', 'ranked.id')
    .select(['ranked.edition_id', 'ranked.inside', 'story.headline', 'story.language'])
    .where('ranked.rank', '<=', headlinesOnCover)
    .orderBy('ranked.edition_id')
    .orderBy('ranked.rank')
    .execute()
  const byEdition = Map.groupBy(first, (story) => story.edition_id)
  return rows.map((row) => {
    const { publicationSlug: slug, publicationTitle: title, publicationLanguage: language } = row
    const inside = byEdition.get(row.id) ?? []
    return {
      publication: {
        slug,
        title,
        language,
        kind: kindFrom(row.publicationKind),
        topics: topicsFrom(row.publicationTopics),
      },
      edition: editionFrom(row),
      headlines: inside.map((story) => ({ text: story.headline, language: story.language })),
      stories: Number(inside[0]?.inside ?? 0),
    }
  })
}

function editionFrom(row: Selectable<EditionTable>): Edition {
  const { id, slug, name } = row
  const date = dateFrom(row.date)
  return { id, publicationId: row.publication_id, date, slug, name, cover: picturesFrom(row.cover) }
}
