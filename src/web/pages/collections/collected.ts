import { type Collection, nextTurn, type StoryCard, stateOf } from '#catalogue'
import type { AppNeeds } from '../../needs.ts'

/** A story in a collection, with what the editor says of it. */
export interface Collected {
  readonly story: StoryCard
  readonly reason: string
}

/** For each of these collections its stories that are on the stand, in the editor's order. */
export async function collectedIn(
  { stories }: Pick<AppNeeds, 'stories'>,
  collections: readonly Collection[],
): Promise<(collection: Collection) => readonly Collected[]> {
  const ids = collections.flatMap(({ chosen }) => chosen.map(({ storyId }) => storyId))
  const cards = await stories.byIds([...new Set(ids)])
  return ({ chosen }) =>
    chosen.flatMap(({ storyId, reason }) => {
      const story = cards.get(storyId)
      return story === undefined ? [] : { story, reason }
    })
}

/** The stories of one collection. */
export async function collected(
  needs: Pick<AppNeeds, 'stories'>,
  collection: Collection,
): Promise<readonly Collected[]> {
  return (await collectedIn(needs, [collection]))(collection)
}

/** Whether readers may see it: it has begun, and may have ended. */
export function isSeen(collection: Collection, at: Temporal.Instant): boolean {
  const state = stateOf(collection, at)
  return state === 'running' || state === 'ended'
}

/** For how long a page that shows these is true: until one begins or ends, or the day is over. */
export function trueUntil(
  collections: readonly Collection[],
  now: Temporal.ZonedDateTime,
): Temporal.Instant {
  const day = now.startOfDay().add({ days: 1 }).toInstant()
  const turn = nextTurn(collections, now.toInstant())
  return turn !== null && Temporal.Instant.compare(turn, day) < 0 ? turn : day
}
