import type { Kysely } from 'kysely'
import type { Publication } from '#catalogue'
import type { NewPublication, PublicationDesk } from '#desk'
import { newId } from '#ground/ids'
import { type Database, inTurn } from './database.ts'
import { coverEdition, describePublication, renamePublication } from './describe.ts'
import { publicationBySlug, publicationRow, publicationsByIds } from './publications.ts'
import type { Tables } from './tables.ts'

export function publicationDesk(database: Database): PublicationDesk {
  return {
    findOrAdd: (publication, isSame) =>
      inTurn(database, (turn) => findOrAdd(turn, publication, isSame)),
    findOrAddAll: (publications) =>
      inTurn(database, async (turn) => {
        const found = []
        for (const publication of publications)
          found.push(await findOrAdd(turn, publication, () => true))
        return found
      }),
    describe: (id, said, at) => inTurn(database, (turn) => describePublication(turn, id, said, at)),
    cover: (publicationId, edition, cover, at) =>
      inTurn(database, (turn) => coverEdition(turn, { publicationId, edition }, cover, at)),
    rename: (slug, to, at) => inTurn(database, (turn) => renamePublication(turn, slug, to, at)),
  }
}

async function findOrAdd(
  turn: Kysely<Tables>,
  given: NewPublication,
  isSame: (known: Publication) => boolean,
): Promise<{ publication: Publication; added: boolean }> {
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? given.slug : `${given.slug}-${count}`
    const known = (await publicationBySlug(turn, slug)) ?? (await renamed(turn, slug))
    if (known !== null && isSame(known)) return { publication: known, added: false }
    if (known !== null) continue
    const publication = { ...given, id: newId(), slug }
    await turn.insertInto('publication').values(publicationRow(publication)).execute()
    return { publication, added: true }
  }
}

/** A name it had before still means the same publication, to its sender and in old links. */
async function renamed(turn: Kysely<Tables>, former: string): Promise<Publication | null> {
  const row = await turn
    .selectFrom('former_slug')
    .select('publication_id')
    .where('slug', '=', former)
    .executeTakeFirst()
  if (row === undefined) return null
  return (await publicationsByIds(turn, [row.publication_id])).get(row.publication_id) ?? null
}
