import type { Outbox } from '#desk'
import type { DocumentReader, IndexKeeper } from '#search'

export interface IndexNeeds {
  readonly keeper: IndexKeeper
  readonly documents: DocumentReader
  readonly outbox: Outbox
}

/** Lines of the outbox in one change of the index, and documents in one portion of a new one. */
const linesAtOnce = 50
const documentsAtOnce = 250

/**
 * Brings the search index to where the outbox is; an index that is not there, or cannot be used, is
 * built anew.
 */
export async function keepIndex(needs: IndexNeeds, signal: AbortSignal): Promise<void> {
  const position = await needs.keeper.position()
  if (position === null) return buildIndex(needs, { signal })
  await follow(needs, position, signal)
}

async function follow(
  { keeper, documents, outbox }: IndexNeeds,
  from: number,
  signal: AbortSignal,
): Promise<void> {
  for (let position = from; !signal.aborted; ) {
    const lines = await outbox.after(position, linesAtOnce)
    const last = lines.at(-1)
    if (last === undefined) return
    const touched = [...new Set(lines.flatMap(({ happening }) => happening.stories))]
    const put = await documents.of(touched)
    const there = new Set(put.map(({ storyId }) => storyId))
    const remove = touched.filter((id) => !there.has(id))
    await keeper.apply({ put, remove, position: last.position })
    position = last.position
  }
}

/**
 * Builds the index anew beside the one that is asked, which is asked until the new one is whole.
 * @param onPortion told how many stories are in it, after each portion
 */
export async function buildIndex(
  { keeper, documents, outbox }: IndexNeeds,
  {
    signal,
    onPortion = () => {},
  }: { readonly signal: AbortSignal; readonly onPortion?: (done: number, of: number) => void },
): Promise<void> {
  // What happens from here on is followed afterwards.
  const position = await outbox.last()
  const count = await documents.count()
  await using build = await keeper.rebuild(count)
  let done = 0
  let portion = await documents.after(null, documentsAtOnce)
  while (portion.length > 0) {
    if (signal.aborted) return
    // The next portion is read while this one is written.
    const [next] = await Promise.all([
      documents.after(portion.at(-1) ?? null, documentsAtOnce),
      build.put(portion),
    ])
    done += portion.length
    onPortion(done, count)
    portion = next
  }
  await build.swap(position)
}
