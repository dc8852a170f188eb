import type { Kysely, Selectable } from 'kysely'
import type { Edition, EditionCard, EditionReader } from '#catalogue'
import { dateFrom } from './columns.ts'
import type { Database } from './database.ts'
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
      const rows = await onStand(read)
        .where('edition.id', '=', ({ selectFrom }) =>
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
        .orderBy('edition.date', 'desc')
        .orderBy('edition.published_at', 'desc')
        .limit(most)
        .execute()
      return cardsFrom(read, rows)
    },
  }
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
  const stories = await read
    .selectFrom('story')
    .select(['edition_id', 'headline', 'language'])
    .where('withdrawn_at', 'is', null)
    .where(
      'edition_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('edition_id')
    .orderBy('position')
    .execute()
  const byEdition = Map.groupBy(stories, (story) => story.edition_id)
  return rows.map((row) => {
    const inside = byEdition.get(row.id) ?? []
    return {
      publication: {
        slug: row.publicationSlug,
        title: row.publicationTitle,
        language: row.publicationLanguage,
      },
      edition: editionFrom(row),
      headlines: inside
        .slice(0, headlinesOnCover)
        .map(({ headline, language }) => ({ text: headline, language })),
      stories: inside.length,
    }
  })
}

function editionFrom(row: Selectable<EditionTable>): Edition {
  const { id, slug, name } = row
  return { id, publicationId: row.publication_id, date: dateFrom(row.date), slug, name }
}
