import { slugOf } from '#ground/slug'
import type { ReaderList } from './list.ts'

/** An operator ended the sharing of a list: neither it nor one much like it is shared until that is lifted. */
export interface ListBar {
  readonly listId: string
  /** Of the list, as it was then. */
  readonly title: string
  readonly storyIds: readonly string[]
  /** What its reader is told of it: one line of plain text, or empty. */
  readonly reason: string
  readonly at: Temporal.Instant
}

/** Fewer stories than these may stand on two lists by chance. */
const tellingStories = 3

/**
 * The bar that keeps a list from being shared: its own, or that of a list with the same title or with
 * most of its stories; null when there is none.
 */
export function barOn(list: ReaderList, bars: readonly ListBar[]): ListBar | null {
  const own = bars.find(({ listId }) => listId === list.id)
  return own ?? bars.find((bar) => isAlike(list, bar)) ?? null
}

function isAlike({ title, listed }: ReaderList, bar: ListBar): boolean {
  const named = slugOf(title)
  if (title === bar.title || (named !== '' && named === slugOf(bar.title))) return true
  const ids = new Set(listed.map(({ storyId }) => storyId))
  const both = bar.storyIds.filter((id) => ids.has(id)).length
  return both >= tellingStories && both * 3 >= bar.storyIds.length * 2
}
