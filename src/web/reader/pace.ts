import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import { LRUCache } from 'lru-cache'
import { askerAt } from '#accounts'
import type { AppNeeds } from '../needs.ts'
import type { Visit } from '../visit.ts'
import { askedFrom } from './asked-from.ts'

/** How many of something one network may ask for in a minute. */
export const paces = { search: 60, suggestions: 300, feeds: 60, lists: 60 } as const

/** Networks that are remembered; whoever has not asked for a minute need not be. */
const mostNetworks = 20_000

/**
 * A bucket for each network that holds what may be asked in a minute, and fills as that minute goes
 * by (a token bucket). It is in memory, for what costs a little work and changes nothing.
 * @returns takes one: 0 when there was one, otherwise after how many seconds there is
 */
export function openPace(
  { settings, clock }: Pick<AppNeeds, 'settings' | 'clock'>,
  aMinute: number,
): (c: Context<Visit>) => number {
  const buckets = new LRUCache<string, { readonly left: number; readonly at: number }>({
    max: mostNetworks,
  })
  return (c) => {
    const address = askedFrom(c, settings)
    // A server in front of the stand that nobody told us of would be one network for all readers.
    if (isNear(address)) return 0
    const network = askerAt(address)
    const now = clock().epochMilliseconds
    const before = buckets.get(network) ?? { left: aMinute, at: now }
    const filled = before.left + (Math.max(0, now - before.at) / 60_000) * aMinute
    const left = Math.min(aMinute, filled) - 1
    if (left < 0) return Math.max(1, Math.ceil((-left * 60) / aMinute))
    buckets.set(network, { left, at: now })
    return 0
  }
}

/** Whether it is this machine, its own network, or nobody knows. */
function isNear(address: string): boolean {
  return !ipaddr.isValid(address) || ipaddr.process(address).range() !== 'unicast'
}
