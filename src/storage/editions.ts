import type { Kysely, Selectable } from 'kysely'
import type { Edition, EditionCard, EditionReader } from '#catalogue'
import { dateFrom } from './columns.ts'
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
  }
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
export async function newestEditionIds(read: Kysely<Tables>, most: number): Promise<string[]> {
  const rows = await newestOfEach(onStand(read))
    .orderBy('edition.date', 'desc')
    .orderBy('edition.published_at', 'desc')
    .orderBy('edition.id')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

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
    ])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('story')
          .select('story.id')
          .whereRef('story.edition_id', '=', 'edition.id')
          .where('story.withdrawn_at', 'is', null),
      ),
    )
}

type NamedEdition = Selectable<EditionTable> & {
  publicationSlug: string
  publicationTitle: string
  publicationLanguage: string
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
      publication: { slug, title, language },
      edition: editionFrom(row),
      headlines: inside.map((story) => ({ text: story.headline, language: story.language })),
      stories: Number(inside[0]?.inside ?? 0),
    }
  })
}

function editionFrom(row: Selectable<EditionTable>): Edition {
  const { id, slug, name } = row
  return { id, publicationId: row.publication_id, date: dateFrom(row.date), slug, name }
}
