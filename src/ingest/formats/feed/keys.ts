import { digestOf } from '#ground/digest'

/** What is needed of an item to tell it from every other. */
export interface Identified {
  readonly id: string
  readonly home: string | null
  /** Title and date: what is left to know an item by that has neither id nor link; may be empty. */
  readonly rest: string
  readonly moment: Temporal.Instant | null
}

export interface Key {
  readonly key: string
  readonly fault: 'guid.missing' | 'guid.duplicate' | null
  /** False for the older of two items that are the same story. */
  readonly kept: boolean
}

/**
 * A key for every item. A guid is the key as it stands when it is an address; otherwise the feed's
 * page is put before it, so that number 12 of one feed is not number 12 of another. Where items
 * share a guid but lead to different pages, the guid is a fault of the sender and the page is the
 * key; of those that are left with the same key, the newest is the story.
 */
export function keysOf(items: readonly Identified[], feedHome: string): Key[] {
  const keys = items.map((item, at) => keyOf(item, feedHome, at))
  const shared = groups(keys)
  const apart = keys.map((key, at) => {
    const others = shared.get(key) ?? []
    const homes = new Set(others.map((other) => items[other]?.home))
    return homes.size > 1 ? (items[at]?.home ?? key) : key
  })
  const last = groups(apart)
  return apart.map((key, at) => {
    const same = last.get(key) ?? []
    const twice = same.length > 1 || (shared.get(keys[at] ?? '')?.length ?? 0) > 1
    const missing = items[at]?.id === '' ? 'guid.missing' : null
    return { key, fault: twice ? 'guid.duplicate' : missing, kept: newestOf(same, items) === at }
  })
}

function keyOf({ id, home, rest }: Identified, feedHome: string, at: number): string {
  if (id !== '') return isAddress(id) ? id : `${feedHome}#${id}`
  return home ?? `hash:${digestOf(rest.trim() || String(at))}`
}

const isAddress = (id: string): boolean => /^(?:https?:\/\/|tag:|urn:|doi:|info:)/i.test(id)

function groups(keys: readonly string[]): Map<string, number[]> {
  return Map.groupBy(keys.keys(), (at) => keys[at] ?? '')
}

/** The first of those published last: feeds put the newest first. */
function newestOf(places: readonly number[], items: readonly Identified[]): number | undefined {
  const time = (at: number) => items[at]?.moment?.epochMilliseconds ?? Number.NEGATIVE_INFINITY
  return places.reduce<number | undefined>(
    (best, at) => (best === undefined || time(at) > time(best) ? at : best),
    undefined,
  )
}
