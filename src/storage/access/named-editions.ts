import type { Kysely } from 'kysely'
import type { NamedEdition } from '#access'
import { dateFrom } from '../columns.ts'
import type { Tables } from '../tables.ts'

/** Whatever becomes of an edition, what was bought keeps its name. */
export const editionNames = (read: Kysely<Tables>) =>
  read
    .selectFrom('edition')
    .innerJoin('publication', 'publication.id', 'edition.publication_id')
    .select([
      ...([
        'publication.slug as publication',
        'publication.title',
        'publication.language',
      ] as const),
      ...(['edition.id as edition_id', 'edition.slug as edition', 'edition.date'] as const),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof editionNames>['execute']>>[number]

export const namedEdition = (row: Omit<Row, 'edition_id'>): NamedEdition => ({
  publicationSlug: row.publication,
  publicationTitle: row.title,
  language: row.language,
  editionSlug: row.edition,
  date: dateFrom(row.date),
})

export async function namedEditions(
  read: Kysely<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NamedEdition>> {
  if (ids.length === 0) return new Map()
  const rows = await editionNames(read).where('edition.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.edition_id, namedEdition(row)]))
}
