import { baseLanguage } from '#ground/language'
import type { Lexicons } from '#narrate'
import { type Database, inTurn } from '../database.ts'

export function lexicons(database: Database): Lexicons {
  const { read } = database
  return {
    async of(publicationId, language) {
      const rows = await read
        .selectFrom('pronunciation')
        .select(['language', 'term', 'said'])
        .where('publication_id', '=', publicationId)
        .where('language', 'in', [baseLanguage(language), language])
        .execute()
      // What is said of a country's own language comes before what is said of all of it.
      rows.sort((one, other) => one.language.length - other.language.length)
      return new Map(rows.map(({ term, said }) => [term, said]))
    },
    async set(publication_id, language, term, said) {
      await inTurn(database, (turn) =>
        turn
          .insertInto('pronunciation')
          .values({ publication_id, language, term, said })
          .onConflict((clash) =>
            clash.columns(['publication_id', 'language', 'term']).doUpdateSet({ said }),
          )
          .execute(),
      )
    },
    remove: (publicationId, language, term) =>
      inTurn(database, async (turn) => {
        const gone = await turn
          .deleteFrom('pronunciation')
          .where('publication_id', '=', publicationId)
          .where('language', '=', language)
          .where('term', '=', term)
          .executeTakeFirst()
        return gone.numDeletedRows > 0n
      }),
    all: (publicationId) =>
      read
        .selectFrom('pronunciation')
        .select(['language', 'term', 'said'])
        .where('publication_id', '=', publicationId)
        .orderBy('language')
        .orderBy('term')
        .execute(),
  }
}
