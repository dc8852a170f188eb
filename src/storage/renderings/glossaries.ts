import type { Glossaries } from '#translate'
import { type Database, inTurn } from '../database.ts'

export function glossaries(database: Database): Glossaries {
  return {
    async of(publicationId) {
      const rows = await database.read
        .selectFrom('glossary')
        .select(['term', 'language', 'target'])
        .where('publication_id', '=', publicationId)
        .orderBy('term')
        .orderBy('language')
        .execute()
      return rows.map(({ term, language, target }) => ({ term, language, target }))
    },
    async set(publicationId, { term, language, target }) {
      await inTurn(database, (turn) =>
        turn
          .insertInto('glossary')
          .values({ publication_id: publicationId, term, language, target })
          .onConflict((clash) =>
            clash.columns(['publication_id', 'term', 'language']).doUpdateSet({ target }),
          )
          .execute(),
      )
    },
    remove: (publicationId, term, language) =>
      inTurn(database, async (turn) => {
        const gone = await turn
          .deleteFrom('glossary')
          .where('publication_id', '=', publicationId)
          .where('term', '=', term)
          .where('language', '=', language)
          .executeTakeFirst()
        return gone.numDeletedRows > 0n
      }),
  }
}
