import { LRUCache } from 'lru-cache'
import type { Database } from './database.ts'

/**
 * Remembers what the database answered for as long as nobody has written anything to it: a right
 * that is taken away is gone with the commit that takes it. Where the database does not say whether
 * something was written, it is asked each time.
 * @param most how many answers are kept
 * @returns the answer for `key`, of which `ask` must be a function
 */
export function whileUnchanged<Value>(
  { version }: Pick<Database, 'version'>,
  most: number,
): (key: string, ask: () => Promise<Value>) => Promise<Value> {
  const kept = new LRUCache<string, { readonly of: number; readonly value: Promise<Value> }>({
    max: most,
  })
  return (key, ask) => {
    // Looked at before asking: what is written meanwhile makes the answer old, never too new.
    const now = version()
    if (now === null) return ask()
    const before = kept.get(key)
    if (before?.of === now) return before.value
    const answer = { of: now, value: ask() }
    kept.set(key, answer)
    answer.value.catch(() => kept.get(key) === answer && kept.delete(key))
    return answer.value
  }
}
