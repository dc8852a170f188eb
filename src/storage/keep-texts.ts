import type { Kysely } from 'kysely'
import type { ReadyStory } from '#desk'
import { pictureRows, restRow, revisionRow } from './story-rows.ts'
import type { Tables } from './tables.ts'

/** The words of one revision of a story. */
export interface Text {
  readonly story: ReadyStory
  readonly id: string
  readonly publicationId: string
  readonly revision: number
  /** When it was taken in, in milliseconds since the epoch. */
  readonly at: number
}

/** Keeps the words of revisions, both sides of the cut, and that they are known from now on. */
export async function keepTexts(turn: Kysely<Tables>, texts: readonly Text[]): Promise<void> {
  await turn
    .insertInto('revision')
    .values(texts.map(({ story, id, revision, at }) => revisionRow(story, id, revision, at)))
    .execute()
  await turn
    .insertInto('rest')
    .values(texts.map(({ story, id, revision }) => restRow(story, id, revision)))
    .execute()
  const pictures = texts.flatMap(({ story, id }) => pictureRows(story, id))
  if (pictures.length > 0) await turn.insertInto('picture_use').values(pictures).execute()
  await turn
    .insertInto('received')
    .values(
      texts.map(({ story, id, publicationId, at }) => ({
        publication_id: publicationId,
        key: story.key,
        digest: story.digest,
        story_id: id,
        at,
        version: story.version?.epochMilliseconds ?? null,
      })),
    )
    .onConflict((clash) =>
      clash.columns(['publication_id', 'key']).doUpdateSet(({ ref }) => ({
        digest: ref('excluded.digest'),
        story_id: ref('excluded.story_id'),
        at: ref('excluded.at'),
        version: ref('excluded.version'),
      })),
    )
    .execute()
}

/** Forgets what waited of these stories: it is printed. */
export async function forgetWaiting(
  turn: Kysely<Tables>,
  publicationId: string,
  stories: readonly ReadyStory[],
): Promise<void> {
  // A correction does not take the place of what waits to come out.
  const keys = stories.filter(({ note }) => note === '').map(({ key }) => key)
  if (keys.length === 0) return
  await turn
    .deleteFrom('held')
    .where('publication_id', '=', publicationId)
    .where('key', 'in', keys)
    .execute()
}
