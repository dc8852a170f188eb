import type { Kysely } from 'kysely'
import type { HeldDraft, Released } from '#desk'
import type { Draft } from '#ingest'
import { publicationsByIds } from './publications.ts'
import type { HeldTable, Tables } from './tables.ts'
import { withdrawStory } from './withdraw.ts'

export async function holdDrafts(
  turn: Kysely<Tables>,
  publicationId: string,
  drafts: readonly HeldDraft[],
  at: Temporal.Instant,
): Promise<void> {
  for (const held of drafts) {
    const row = heldRow(publicationId, held, at)
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

function heldRow(publicationId: string, held: HeldDraft, at: Temporal.Instant): HeldTable {
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
  const rows = await read
    .selectFrom('held')
    .selectAll()
    .where('until', '<=', at.epochMilliseconds)
    .orderBy('until')
    .limit(most)
    .execute()
  const publications = await publicationsByIds(
    read,
    rows.map((row) => row.publication_id),
  )
  const groups = Map.groupBy(rows, (row) => `${row.publication_id} ${row.edition_name}`)
  return [...groups.values()].flatMap((group) => {
    const publication = publications.get(group[0]?.publication_id ?? '')
    if (publication === undefined) return []
    const editionName = group[0]?.edition_name ?? ''
    return [{ publication, editionName, drafts: group.map((row) => draftFrom(row.draft)) }]
  })
}

/** What was kept before there were versions has none. */
type KeptDraft = Omit<Draft, 'version' | 'publishedAt' | 'editionDate'> & {
  readonly version?: string | null
  readonly publishedAt: string | null
  readonly editionDate: string | null
}

const momentFrom = (text: string | null = null) =>
  text === null ? null : Temporal.Instant.from(text)

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
