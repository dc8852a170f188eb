import type { StoryCard } from '#catalogue'
import type { PageNeeds } from '../../page-needs.ts'

/** The stories of a reader's queue, the next one first. */
export async function queuedOf(
  { queues, stories }: Pick<PageNeeds, 'queues' | 'stories'>,
  readerId: string,
): Promise<readonly StoryCard[]> {
  const ids = await queues.of(readerId)
  const cards = await stories.byIds(ids)
  return ids.flatMap((id) => cards.get(id) ?? [])
}
