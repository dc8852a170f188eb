import { mostQueued, type Place, type Places, type Queues } from '#reading'

/** Places in memory. */
export function placesInMemory(): Places {
  const kept = new Map<string, Place>()
  const key = (readerId: string, storyId: string) => `${readerId} ${storyId}`
  return {
    of: async (readerId, storyId) => kept.get(key(readerId, storyId)) ?? null,
    async keep(readerId, place) {
      const before = kept.get(key(readerId, place.storyId))
      if (before && Temporal.Instant.compare(before.at, place.at) > 0) return false
      kept.set(key(readerId, place.storyId), place)
      return true
    },
    forget: async (readerId, storyId) => void kept.delete(key(readerId, storyId)),
  }
}

/** Queues in memory. */
export function queuesInMemory(): Queues {
  const kept = new Map<string, readonly string[]>()
  const of = (readerId: string) => kept.get(readerId) ?? []
  const without = (readerId: string, ids: readonly string[]) =>
    of(readerId).filter((id) => !ids.includes(id))
  return {
    of: async (readerId) => of(readerId),
    async add(readerId, ids, where) {
      const others = without(readerId, ids)
      const order = where === 'next' ? [...ids, ...others] : [...others, ...ids]
      kept.set(readerId, order.slice(0, mostQueued))
    },
    remove: async (readerId, id) => void kept.set(readerId, without(readerId, [id])),
    async move(readerId, id, before) {
      if (id === before) return
      const others = without(readerId, [id])
      const at = before === null ? -1 : others.indexOf(before)
      kept.set(readerId, others.toSpliced(at === -1 ? others.length : at, 0, id))
    },
    clear: async (readerId) => void kept.delete(readerId),
  }
}
