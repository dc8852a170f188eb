import { changesAfter, documentsAtOnce } from './index-changes.ts'
import type { IndexNeeds } from './keep-index.ts'

export interface Building {
  readonly signal: AbortSignal
  /** Told how many stories are in it, and of how many that were there at first, after each portion. */
  readonly onPortion?: (done: number, of: number) => void
}

/** An index that is being built beside the one that is asked; given up when it is not finished. */
interface NewIndex extends AsyncDisposable {
  /** Takes in what has happened on the stand until now. */
  follow(): Promise<void>
  /** The same, and from then on it is the one that is asked. */
  finish(): Promise<void>
}

/**
 * Builds the index anew beside the one that is asked, which is asked until the new one is whole and
 * knows what has happened meanwhile.
 */
export async function buildIndex(needs: IndexNeeds, building: Building): Promise<void> {
  await using fresh = await beginIndex(needs, building)
  await fresh.finish()
}

/** Begins a new index with all that is on the stand now. Once aborted, it is never finished. */
export async function beginIndex(
  needs: IndexNeeds,
  { signal, onPortion = () => {} }: Building,
): Promise<NewIndex> {
  const { keeper, documents, outbox } = needs
  await using opened = new AsyncDisposableStack()
  let position = await outbox.last()
  const count = await documents.count()
  const build = opened.use(await keeper.rebuild(count))
  let done = 0
  const told = (more: number): void => {
    done += more
    onPortion(done, count)
  }

  let portion = await documents.after(null, documentsAtOnce)
  while (portion.length > 0 && !signal.aborted) {
    // The next portion is read while this one is written.
    const [next] = await Promise.all([
      documents.after(portion.at(-1) ?? null, documentsAtOnce),
      build.put(portion),
    ])
    told(portion.length)
    portion = next
  }

  const follow = async (): Promise<void> => {
    for await (const change of changesAfter(position, needs)) {
      if (signal.aborted) return
      if (change.remove.length > 0) await build.remove(change.remove)
      if (change.put.length > 0) await build.put(change.put)
      position = change.position
      told(change.put.length)
    }
  }
  const kept = opened.move()
  return {
    follow,
    async finish() {
      await follow()
      if (!signal.aborted) await build.swap(position)
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
