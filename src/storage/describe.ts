import type { Kysely } from 'kysely'
import type { KeptPicture, Publication } from '#catalogue'
import { bad, good, type Outcome } from '#ground/outcome'
import { note } from './outbox.ts'
import { publicationBySlug, publicationRow, publicationsByIds } from './publications.ts'
import type { Tables } from './tables.ts'

/** Changes what is said of a publication; false when all of it was so already. */
export async function describePublication(
  turn: Kysely<Tables>,
  id: string,
  said: Partial<Omit<Publication, 'id' | 'slug'>>,
  at: Temporal.Instant,
): Promise<boolean> {
  const known = (await publicationsByIds(turn, [id])).get(id)
  if (known === undefined) throw new Error(`There is no publication ${id}`)
  const { id: _, created_at: __, ...row } = publicationRow({ ...known, ...said })
  const { id: ___, created_at: ____, ...before } = publicationRow(known)
  if (JSON.stringify(row) === JSON.stringify(before)) return false
  await turn.updateTable('publication').set(row).where('id', '=', id).execute()
  await note(turn, at, { kind: 'described', publication: known.slug, stories: [] })
  return true
}

/** Gives an edition a cover; false when there is no such edition. */
export async function coverEdition(
  turn: Kysely<Tables>,
  place: { readonly publicationId: string; readonly edition: string },
  cover: KeptPicture,
  at: Temporal.Instant,
): Promise<boolean> {
  const edition = await turn
    .selectFrom('edition')
    .innerJoin('publication', 'publication.id', 'edition.publication_id')
    .select(['edition.id', 'edition.cover_digest', 'publication.slug'])
    .where('edition.publication_id', '=', place.publicationId)
    .where('edition.slug', '=', place.edition)
    .executeTakeFirst()
  if (edition === undefined) return false
  if (edition.cover_digest === cover.digest) return true
  const set = { cover: JSON.stringify(cover), cover_digest: cover.digest }
  await turn.updateTable('edition').set(set).where('id', '=', edition.id).execute()
  await note(turn, at, { kind: 'described', publication: edition.slug, stories: [] })
  return true
}

/** Gives a publication another name in addresses; the former one leads to it for ever. */
export async function renamePublication(
  turn: Kysely<Tables>,
  slug: string,
  to: string,
  at: Temporal.Instant,
): Promise<Outcome<'renamed', 'no-such-publication' | 'taken'>> {
  const publication = await publicationBySlug(turn, slug)
  if (publication === null) return bad('no-such-publication')
  const { id } = publication
  const former = await turn
    .selectFrom('former_slug')
    .select('publication_id')
    .where('slug', '=', to)
    .executeTakeFirst()
  const isTaken = former !== undefined && former.publication_id !== id
  if (isTaken || (await publicationBySlug(turn, to)) !== null) return bad('taken')
  // Back to a name it had before: that one is no longer a former one.
  await turn.deleteFrom('former_slug').where('slug', '=', to).execute()
  await turn.insertInto('former_slug').values({ slug, publication_id: id }).execute()
  await turn.updateTable('publication').set({ slug: to }).where('id', '=', id).execute()
  for (const name of [slug, to]) {
    await note(turn, at, { kind: 'described', publication: name, stories: [] })
  }
  return good('renamed')
}
