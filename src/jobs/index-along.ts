import { setTimeout as pause } from 'node:timers/promises'
import { type Building, beginIndex } from './build-index.ts'
import type { IndexNeeds } from './keep-index.ts'

/** An index that is built while stories come in, in a thread or on a server beside them. */
interface Along extends AsyncDisposable {
  /** No more stories come: returns when all are in the index and it is the one that is asked. */
  finish(): Promise<void>
}

/** How long to wait for more stories. */
const milliseconds = 50

/**
 * Builds a new index while stories come in. What is on the stand already is in it when this returns;
 * it is given up when it is disposed of before it is finished.
 */
export async function indexAlong(
  needs: IndexNeeds,
  onPortion: NonNullable<Building['onPortion']>,
): Promise<Along> {
  const ending = new AbortController()
  const fresh = await beginIndex(needs, { signal: ending.signal, onPortion })
  let isComing = true
  const following = (async () => {
    while (isComing) {
      await fresh.follow()
      await pause(milliseconds)
    }
  })()
  // It is waited for at the end: until then nobody has missed it.
  following.catch(() => {})
  return {
    async finish() {
      isComing = false
      await following
      await fresh.finish()
    },
    async [Symbol.asyncDispose]() {
      isComing = false
      ending.abort()
      await following.catch(() => {})
      await fresh[Symbol.asyncDispose]()
    },
  }
}
