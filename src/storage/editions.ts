import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { Edition, EditionReader, Span } from '#catalogue'
import { dateFrom } from './columns.ts'
import type { Database } from './database.ts'
import {
  cardsFrom,
  editionFrom,
  editionsOnStand,
  hasStory,
  type NamedEdition,
} from './edition-cards.ts'
import { newestOfEach } from './newest-editions.ts'
import type { Tables } from './tables.ts'

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
      const rows = await editionsOnStand(read)
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
      const rows = await editionsOnStand(read)
        .where('edition.publication_id', '=', publicationId)
        .orderBy('edition.date', 'desc')
        .orderBy('edition.slug', 'desc')
        .limit(most)
        .execute()
      return cardsFrom(read, rows)
    },

    async newest(most) {
      const rows = await newestOfEach(editionsOnStand(read))
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
        const query = newestOfEach(editionsOnStand(read)).where(
          'edition.publication_id',
          'in',
          some,
        )
        rows.push(...(await query.execute()))
      }
      return cardsFrom(read, rows)
    },

    async spans(publicationIds) {
      if (publicationIds?.length === 0) return new Map()
      const rows = await read
        .selectFrom('publication')
        .$if(publicationIds !== undefined, (query) =>
          query.where('publication.id', 'in', publicationIds ?? []),
        )
        .select('publication.id')
        .select((eb) => [
          dayOf(eb).orderBy('edition.date').as('first'),
          dayOf(eb).orderBy('edition.date', 'desc').as('newest'),
          dayOf(eb)
            .where('edition.date', '<', dayOf(eb).orderBy('edition.date', 'desc'))
            .orderBy('edition.date', 'desc')
            .as('before'),
        ])
        .execute()
      return new Map(rows.flatMap(spanFrom))
    },

    async years(publicationId) {
      const year = sql<string>`substr(edition.date, 1, 4)`
      const rows = await read
        .selectFrom('edition')
        .select(({ fn }) => [
          year.as('year'),
          fn.countAll().as('editions'),
          fn.min('edition.date').as('first'),
          fn.max('edition.date').as('last'),
        ])
        .where('edition.publication_id', '=', publicationId)
        .where(hasStory)
        .groupBy(year)
        .orderBy('year', 'desc')
        .execute()
      return rows.map(({ year, editions, first, last }) => ({
        year: Number(year),
        editions: Number(editions),
        first: dateFrom(first),
        last: dateFrom(last),
      }))
    },

    async inYear(publicationId, year) {
      const from = String(year).padStart(4, '0')
      const rows = await editionsOnStand(read)
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

/** The first day of a publication's editions, in the order that follows. */
const dayOf = ({ selectFrom }: ExpressionBuilder<Tables, 'publication'>) =>
  selectFrom('edition')
    .select('edition.date')
    .whereRef('edition.publication_id', '=', 'publication.id')
    .where(hasStory)
    .limit(1)

interface SpanRow {
  readonly id: string
  readonly first: string | null
  readonly before: string | null
  readonly newest: string | null
}

function spanFrom({ id, first, before, newest }: SpanRow): readonly [string, Span][] {
  if (first === null || newest === null) return []
  const earlier = before === null ? null : dateFrom(before)
  return [[id, { first: dateFrom(first), before: earlier, newest: dateFrom(newest) }]]
}

/** A query may hold 32,766 values on SQLite. */
const idsAtOnce = 1_000

/** Two editions a day and some to spare. */
const mostInYear = 800

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
