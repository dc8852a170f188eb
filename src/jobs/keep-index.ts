import type { Outbox } from '#desk'
import type { DocumentReader, IndexKeeper } from '#search'
import { buildIndex } from './build-index.ts'
import { changesAfter } from './index-changes.ts'

export interface IndexNeeds {
  readonly keeper: IndexKeeper
  readonly documents: DocumentReader
  readonly outbox: Outbox
}

/**
 * Brings the search index to where the outbox is; an index that is not there, or cannot be used, is
 * built anew.
 */
export async function keepIndex(needs: IndexNeeds, signal: AbortSignal): Promise<void> {
  const position = await needs.keeper.position()
  if (position === null) return buildIndex(needs, { signal })
  for await (const change of changesAfter(position, needs)) {
    await needs.keeper.apply(change)
    if (signal.aborted) return
  }
}
