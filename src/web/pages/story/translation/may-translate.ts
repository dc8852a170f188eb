import type { Context } from 'hono'
import { LRUCache } from 'lru-cache'
import { askerAt, withinLimits } from '#accounts'
import type { AppNeeds } from '../../../needs.ts'
import { askedFrom } from '../../../reader/asked-from.ts'
import { isReading } from '../../../reader/reading-viewer.ts'
import type { Visit } from '../../../visit.ts'

/** Whether an engine may be asked to translate this story for whoever asks. */
export type MayMake = (storyId: string, language: string) => Promise<boolean>

/**
 * What costs an engine's work is made only for who came to read it, and for a network of strangers
 * only so many stories an hour. Loading the same one again is not counted anew.
 */
export function mayTranslate({
  accounts,
  clock,
  settings,
}: Pick<AppNeeds, 'accounts' | 'clock' | 'settings'>): (c: Context<Visit>) => MayMake {
  const needs = { ...accounts, clock }
  const begun = new LRUCache<string, true>({ max: mostRemembered, ttl: anHour })
  return (c) => async (storyId, language) => {
    if (!isReading(c.req.raw)) return false
    if (c.get('reader')) return true
    const asker = askerAt(askedFrom(c, settings))
    const story = `${asker} ${storyId} ${language}`
    if (begun.has(story)) return true
    if ((await withinLimits(needs, { 'translate-asker': asker })) !== null) return false
    begun.set(story, true)
    return true
  }
}

const mostRemembered = 10_000
const anHour = 3_600_000
