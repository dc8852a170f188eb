import type { Kysely, Selectable } from 'kysely'
import type { Edition, EditionCard } from '#catalogue'
import { dateFrom, kindFrom, picturesFrom, topicsFrom } from './columns.ts'
import { rankedStories } from './first-stories.ts'
import { inPortions } from './in-portions.ts'
import { hasStory } from './on-stand.ts'
import type { EditionTable, Tables } from './tables.ts'

/** Headlines that fit on a typeset cover. */
const headlinesOnCover = 4
const editionsAtOnce = 100

/** An edition of which nothing is left on the stand is in no list. */
export function editionsOnStand(read: Kysely<Tables>) {
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

export type NamedEdition = Selectable<EditionTable> & {
  publicationSlug: string
  publicationTitle: string
  publicationLanguage: string
  publicationKind: string
  publicationTopics: string
}

export async function cardsFrom(
  read: Kysely<Tables>,
  rows: readonly NamedEdition[],
): Promise<EditionCard[]> {
  const ids = rows.map((row) => row.id)
  const first = await inPortions(ids, editionsAtOnce, (some) =>
    read
      .with('ranked', () => rankedStories(read, some))
      .selectFrom('ranked')
      .innerJoin('story', 'story.id', 'ranked.id')
      .select(['ranked.edition_id', 'story.headline', 'story.language'])
      .where('ranked.rank', '<=', headlinesOnCover)
      .orderBy('ranked.edition_id')
      .orderBy('ranked.rank')
      .execute(),
  )
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
      stories: row.stories,
    }
  })
}

export function editionFrom(row: Selectable<EditionTable>): Edition {
  const { id, slug, name } = row
  const date = dateFrom(row.date)
  return { id, publicationId: row.publication_id, date, slug, name, cover: picturesFrom(row.cover) }
}
