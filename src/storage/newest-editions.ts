import type { Kysely } from 'kysely'
import { editionsOnStand } from './edition-cards.ts'
import type { Tables } from './tables.ts'

/** Of each publication the newest edition with a story on the stand. */
export function newestOfEach(editions: ReturnType<typeof editionsOnStand>) {
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
    language === undefined ? editionsOnStand(read) : inLanguage(read, language),
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
  editionsOnStand(read).where(({ eb, or }) =>
    or([
      eb('publication.language', '=', language),
      eb('publication.language', 'like', `${language}-%`),
    ]),
  )
