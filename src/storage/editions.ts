import { type Kysely, sql } from 'kysely'
import type { Edition, EditionReader } from '#catalogue'
import { dateFrom } from './columns.ts'
import type { Database } from './database.ts'
import { cardsFrom, editionFrom, editionsOnStand } from './edition-cards.ts'
import { inPortions } from './in-portions.ts'
import { newestFirst, newestOfEach } from './newest-editions.ts'
import { hasStory } from './on-stand.ts'
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
      const rows = await newestFirst(newestOfEach(read)).limit(most).execute()
      return cardsFrom(read, rows)
    },

    newestOf: (publicationIds) =>
      inPortions(publicationIds, idsAtOnce, async (some) => {
        const query = newestOfEach(read).where('on_stand.publication_id', 'in', some)
        return cardsFrom(read, await query.execute())
      }),

    async newestNames(publicationIds) {
      const rows = await inPortions(publicationIds, namesAtOnce, (some) =>
        read
          .selectFrom('on_stand')
          .innerJoin('edition', 'edition.id', 'on_stand.newest_id')
          .select(['on_stand.publication_id', 'edition.slug'])
          .where('on_stand.publication_id', 'in', some)
          .execute(),
      )
      return new Map(rows.map(({ publication_id, slug }) => [publication_id, slug]))
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

/** Each with its first headlines; and with its name alone. */
const idsAtOnce = 100
const namesAtOnce = 200

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
