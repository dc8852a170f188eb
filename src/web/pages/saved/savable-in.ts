import type { Context } from 'hono'
import type { StoryCard } from '#catalogue'
import type { Savable } from '../../components/savable.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { Visit } from '../../visit.ts'

/** Which of these stories who asks has saved, in one question; null for strangers, who share a page. */
export async function savableIn(
  c: Context<Visit>,
  { theirs }: Pick<PageNeeds, 'theirs'>,
  stories: readonly StoryCard[],
): Promise<Savable | null> {
  const reader = c.get('reader')?.reader ?? null
  if (reader === null) return null
  const ids = stories.map(({ id }) => id)
  return { saved: await theirs.saved.among(reader.id, ids), at: new URL(c.req.url).pathname }
}
