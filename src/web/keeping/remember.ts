import { LRUCache } from 'lru-cache'
import type { Changes } from '../needs.ts'

/** In the place of a slug: what is about the whole stand, and concerned by every change. */
export const everything = 'everything'

/**
 * Remembers what a store answered until a change concerns it. Whoever asks while the answer is on
 * its way waits for the same one; a failure is not remembered.
 * @param most how many answers are kept
 * @returns asks for `key`, of the publication with this slug or of everything
 */
export function remember<Value>(
  changes: Changes,
  most: number,
  ask: (key: string) => Promise<Value>,
): (key: string, publicationSlug: string) => Promise<Value> {
  const known = new LRUCache<string, Answer<Value>>({ max: most })

  changes.subscribe((what) => {
    if (what === 'everything') return known.clear()
    for (const [key, { slug }] of known.entries()) {
      if (slug === what.publicationSlug || slug === everything) known.delete(key)
    }
  })

  return (key, slug) => {
    const before = known.get(key)
    if (before !== undefined) return before.value
    const value = ask(key)
    const answer = { slug, value }
    known.set(key, answer)
    value.catch(() => known.get(key) === answer && known.delete(key))
    return value
  }
}

interface Answer<Value> {
  readonly slug: string
  readonly value: Promise<Value>
}
