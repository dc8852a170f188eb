import type { Context } from 'hono'
import { LRUCache } from 'lru-cache'
import { askerAt, type Wait, withinLimits } from '#accounts'
import type { AppNeeds } from '../../../needs.ts'
import { askedFrom } from '../../../reader/asked-from.ts'
import type { Visit } from '../../../visit.ts'
import type { Opened } from './open-narration.ts'

/**
 * A network of strangers has only so many stories spoken anew an hour: a robot that follows every
 * link makes no voice busy. What is made already, and more of a story that was begun, is for all.
 * @returns null where it may be spoken
 */
export function strangersLimit({
  accounts,
  clock,
  settings,
}: Pick<AppNeeds, 'accounts' | 'clock' | 'settings'>) {
  const needs = { ...accounts, clock }
  const begun = new LRUCache<string, Promise<Wait | null>>({ max: 10_000, ttl: 3_600_000 })
  return async (c: Context<Visit>, { heard, narration }: Opened): Promise<Wait | null> => {
    if (c.get('reader') || narration.blocks.every(({ sound }) => sound !== null)) return null
    const asker = askerAt(askedFrom(c, settings))
    const story = `${asker} ${heard.storyId} ${narration.voice.id}`
    // Who asks twice in the same moment waits for the same answer.
    const limit = begun.get(story) ?? withinLimits(needs, { 'narrate-asker': asker })
    begun.set(story, limit)
    const wait = await limit
    if (wait !== null) begun.delete(story)
    return wait
  }
}
