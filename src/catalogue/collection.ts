import type { Topic } from './topics.ts'

/** Stories chosen by a named editor, with a reason for each. */
export interface Collection {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly introduction: string
  /** Of its title, its introduction and its reasons: a BCP 47 tag. */
  readonly language: string
  /** Whether front pages in other languages show it too. */
  readonly everywhere: boolean
  /** Who chose, as readers are told. */
  readonly editor: string
  readonly topic: Topic | null
  /** Null for a draft, which no reader sees. */
  readonly starts: Temporal.Instant | null
  readonly ends: Temporal.Instant | null
  /** Counts its changes; the first state is 1. */
  readonly revision: number
  readonly changedAt: Temporal.Instant
  /** In the editor's order. A story that was withdrawn is in none. */
  readonly chosen: readonly Chosen[]
}

export interface Chosen {
  readonly storyId: string
  /** Why it was chosen: plain text, said to everybody. */
  readonly reason: string
}

/** Characters of a reason, and how many stories one collection holds. */
export const longestReason = 300
export const mostChosen = 30

export type CollectionState = 'draft' | 'scheduled' | 'running' | 'ended'

/** What a collection is at a moment. One that has ended keeps its page, and leaves the front page. */
export function stateOf(
  { starts, ends }: Pick<Collection, 'starts' | 'ends'>,
  at: Temporal.Instant,
): CollectionState {
  if (starts === null) return 'draft'
  if (isAfter(starts, at)) return 'scheduled'
  return ends === null || isAfter(ends, at) ? 'running' : 'ended'
}

/** When the first of these collections begins or ends after a moment; null when none does. */
export function nextTurn(
  collections: readonly Pick<Collection, 'starts' | 'ends'>[],
  at: Temporal.Instant,
): Temporal.Instant | null {
  const turns = collections.flatMap(({ starts, ends }) => {
    if (starts === null) return []
    return [starts, ends].filter((turn) => turn !== null && isAfter(turn, at))
  })
  return turns.filter((turn) => turn !== null).sort(Temporal.Instant.compare)[0] ?? null
}

const isAfter = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) > 0

export interface CollectionReader {
  /**
   * Those that are no drafts, the last to begin first, scheduled ones among them: whoever shows them
   * asks `stateOf`.
   */
  scheduled(most: number): Promise<readonly Collection[]>
  /** Drafts too. */
  bySlug(slug: string): Promise<Collection | null>
}
