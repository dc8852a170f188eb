import { slugOf } from '#ground/slug'
import type { StoryCard } from './story.ts'

/**
 * What a name is called in addresses: the same for every way of writing it in capitals and marks;
 * null for a name without a letter. Two people of one name share a page, as they do in print.
 */
export const bylineKey = (name: string): string | null => slugOf(name) || null

/** A name that stories are signed with. */
export interface Byline {
  readonly key: string
  /** As its newest story has it. */
  readonly name: string
}

/** Names on stories that are on the stand. */
export interface BylineReader {
  /** The newest stories signed so, newest first; null when there is none. */
  signed(
    key: string,
    most: number,
  ): Promise<(Byline & { readonly stories: readonly StoryCard[] }) | null>
  /** Of these the ones that are on the stand, by key. */
  named(keys: readonly string[]): Promise<ReadonlyMap<string, Byline>>
}
