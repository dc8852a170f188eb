import type { Kysely } from 'kysely'
import { editionsOnStand } from './edition-cards.ts'
import type { Tables } from './tables.ts'

/** Of each publication the newest edition with a story on the stand. */
export function newestOfEach(read: Kysely<Tables>) {
  return editionsOnStand(read).innerJoin('on_stand', 'on_stand.newest_id', 'edition.id')
}

/** Of the whole stand, the newest first: along an index, as far as is asked for. */
export const newestFirst = (editions: ReturnType<typeof newestOfEach>) =>
  editions
    .orderBy('on_stand.newest_date', 'desc')
    .orderBy('on_stand.newest_at', 'desc')
    .orderBy('on_stand.newest_id')

/** The ids of these editions, newest first: what a front page looks at. */
export async function newestEditionIds(
  read: Kysely<Tables>,
  most: number,
  language?: string,
): Promise<string[]> {
  const all = newestOfEach(read)
  const rows = await newestFirst(language === undefined ? all : inLanguage(all, language))
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}

/** "pt" is the language of "pt" and of "pt-BR". */
const inLanguage = (editions: ReturnType<typeof newestOfEach>, language: string) =>
  editions.where(({ eb, or }) =>
    or([
      eb('publication.language', '=', language),
      eb('publication.language', 'like', `${language}-%`),
    ]),
  )
