import type { Kysely } from 'kysely'
import type { StoryRef } from '#desk'
import type { Draft } from '#ingest'
import { recount } from './on-stand.ts'
import { note } from './outbox.ts'
import type { Tables } from './tables.ts'

/** Takes a story off the stand; false when it was not on it. Its words stay in the archive. */
export async function withdrawStory(
  turn: Kysely<Tables>,
  { publicationId, key }: StoryRef,
  by: 'desk' | 'sender',
  at: Temporal.Instant,
): Promise<boolean> {
  const story = await turn
    .selectFrom('received')
    .innerJoin('story', 'story.id', 'received.story_id')
    .innerJoin('publication', 'publication.id', 'story.publication_id')
    .select(['story.id', 'publication.slug'])
    .select(['story.edition_id', 'story.topic', 'story.published_at'])
    .where('received.publication_id', '=', publicationId)
    .where('received.key', '=', key)
    .where('story.withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (story === undefined) return false
  await turn
    .updateTable('story')
    .set({ withdrawn_at: at.epochMilliseconds, withdrawn_by: by })
    .where('id', '=', story.id)
    .execute()
  const { edition_id: editionId, topic, published_at } = story
  await recount(turn, [{ by: -1, editionId, topic, publishedAt: Number(published_at) }])
  await note(turn, at, { kind: 'withdrawn', publication: story.slug, stories: [story.id] })
  return true
}

/** Remembers when the version was made that took the story back. */
export async function keepVersion(
  turn: Kysely<Tables>,
  { publicationId, key }: StoryRef,
  { digest, version }: Pick<Draft, 'digest' | 'version'>,
  at: Temporal.Instant,
): Promise<void> {
  if (version === null) return
  const made = version.epochMilliseconds
  const row = { publication_id: publicationId, key, digest, story_id: null, version: made }
  await turn
    .insertInto('received')
    .values({ ...row, at: at.epochMilliseconds })
    .onConflict((clash) => clash.columns(['publication_id', 'key']).doUpdateSet({ version: made }))
    .execute()
}

/** Nothing of this story waits to come out any more. */
export async function forgetHeld(
  turn: Kysely<Tables>,
  { publicationId, key }: StoryRef,
): Promise<boolean> {
  const gone = await turn
    .deleteFrom('held')
    .where('publication_id', '=', publicationId)
    .where('key', '=', key)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
