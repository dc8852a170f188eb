import type { Context } from 'hono'
import { LRUCache } from 'lru-cache'
import { askerAt, type Wait, withinLimits } from '#accounts'
import type { AppNeeds } from '../needs.ts'
import type { Visit } from '../visit.ts'
import { askedFrom } from './asked-from.ts'

/**
 * What costs an engine's work is begun for a network of strangers only so many times an hour: a
 * robot that follows every link keeps no engine busy. More of what was begun is not counted anew.
 * @returns null where it may be made; a reader who is known always may
 */
export function strangersLimit(
  { accounts, clock, settings }: Pick<AppNeeds, 'accounts' | 'clock' | 'settings'>,
  limit: 'translate-asker' | 'narrate-asker',
): (c: Context<Visit>, what: string) => Promise<Wait | null> {
  const needs = { ...accounts, clock }
  const begun = new LRUCache<string, Promise<Wait | null>>({ max: mostRemembered, ttl: anHour })
  return async (c, what) => {
    if (c.get('reader')) return null
    const asker = askerAt(askedFrom(c, settings))
    const work = `${asker} ${what}`
    // Who asks twice in the same moment waits for the same answer.
    const answer = begun.get(work) ?? withinLimits(needs, { [limit]: asker })
    begun.set(work, answer)
    let may = false
    try {
      const wait = await answer
      may = wait === null
      return wait
    } finally {
      if (!may) begun.delete(work)
    }
  }
}

const mostRemembered = 10_000
const anHour = 3_600_000
