import type { IndexKeeper, SearchAnswer, SearchIndex } from '#search'

/** An index of one engine or another. */
export interface OpenIndex extends AsyncDisposable {
  readonly index: SearchIndex
  readonly keeper: IndexKeeper
}

/** Milliseconds that the work for one question may take: the budget, and a margin. */
export const patience = 35

/** What is answered while there is no index, or it cannot be asked. */
export const nothingKnown: SearchAnswer = {
  hits: [],
  count: 0,
  atLeast: false,
  facets: null,
  meant: null,
  loose: false,
  narrow: true,
}
