import { type Kysely, sql } from 'kysely'
import type { HeldDraft, Released, Waiting } from '#desk'
import type { Draft } from '#ingest'
import { instantFrom } from './columns.ts'
import { publicationsByIds } from './publications.ts'
import type { HeldTable, Tables } from './tables.ts'
import { withdrawStory } from './withdraw.ts'

export async function holdDrafts(
  turn: Kysely<Tables>,
  publicationId: string,
  drafts: readonly HeldDraft[],
  at: Temporal.Instant,
): Promise<void> {
  for (const [place, held] of drafts.entries()) {
    const row = { ...heldRow(publicationId, held, at), place }
    const { publication_id: _, key, ...changing } = row
    await turn
      .insertInto('held')
      .values(row)
      .onConflict((clash) => clash.columns(['publication_id', 'key']).doUpdateSet(changing))
      .execute()
    const { digest, version } = held.draft
    const made = version?.epochMilliseconds ?? null
    const seen = { digest, version: made, at: at.epochMilliseconds }
    await turn
      .insertInto('received')
      .values({ publication_id: publicationId, key, story_id: null, ...seen })
      .onConflict((clash) => clash.columns(['publication_id', 'key']).doUpdateSet(seen))
      .execute()
    if (held.bySender) await withdrawStory(turn, { publicationId, key }, 'sender', at)
  }
}

function heldRow(
  publicationId: string,
  held: HeldDraft,
  at: Temporal.Instant,
): Omit<HeldTable, 'place'> {
  return {
    publication_id: publicationId,
    key: held.draft.key,
    until: held.until?.epochMilliseconds ?? null,
    because: JSON.stringify(held.because),
    draft: JSON.stringify(held.draft),
    edition_name: held.editionName,
    at: at.epochMilliseconds,
  }
}

export async function dueHeld(
  read: Kysely<Tables>,
  at: Temporal.Instant,
  most: number,
): Promise<Released[]> {
  const editions = await read
    .selectFrom('held')
    .select(['publication_id', 'edition_name'])
    .where('until', '<=', at.epochMilliseconds)
    .groupBy(['publication_id', 'edition_name'])
    .orderBy(({ fn }) => fn.min('until'))
    .orderBy('publication_id')
    .orderBy('edition_name')
    .limit(most)
    .execute()
  const ids = editions.map((edition) => edition.publication_id)
  const publications = await publicationsByIds(read, ids)
  const released: Released[] = []
  for (const { publication_id, edition_name: editionName } of editions) {
    const publication = publications.get(publication_id)
    if (publication === undefined) continue
    const rows = await read
      .selectFrom('held')
      .select('draft')
      .where('publication_id', '=', publication_id)
      .where('edition_name', '=', editionName)
      .where('until', '<=', at.epochMilliseconds)
      .orderBy('until')
      .orderBy('at')
      .orderBy('place')
      .execute()
    released.push({ publication, editionName, drafts: rows.map((row) => draftFrom(row.draft)) })
  }
  return released
}

export async function waitingDrafts(read: Kysely<Tables>): Promise<Waiting[]> {
  const rows = await read
    .selectFrom('held')
    .innerJoin('publication', 'publication.id', 'held.publication_id')
    .select(['publication.slug', 'held.key', 'held.until', 'held.because', 'held.draft'])
    .orderBy(({ fn }) => fn.coalesce('held.until', sql<number>`${endOfTime}`))
    .orderBy('publication.slug')
    .orderBy('held.place')
    .execute()
  return rows.map(({ slug, key, until, because, draft }) => ({
    publication: slug,
    key,
    headline: draftFrom(draft).headline,
    until: until === null ? null : instantFrom(until),
    because: JSON.parse(because),
  }))
}

/** Nulls sort first on one engine and last on the other. */
const endOfTime = Number.MAX_SAFE_INTEGER

type KeptDraft = Omit<Draft, 'version' | 'publishedAt' | 'editionDate'> & {
  readonly version: string | null
  readonly publishedAt: string | null
  readonly editionDate: string | null
}

const momentFrom = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))

/** The draft as it was kept; its moments were written as text. */
function draftFrom(column: string): Draft {
  const kept: KeptDraft = JSON.parse(column)
  const { version, publishedAt, editionDate } = kept
  return {
    ...kept,
    version: momentFrom(version),
    publishedAt: momentFrom(publishedAt),
    editionDate: editionDate === null ? null : Temporal.PlainDate.from(editionDate),
    hold: null,
  }
}
