import type { StoryIds } from '#access'
import type { Block, Door, PublicStory } from '#catalogue'

/** The only way to the rest of a story. Nothing but this part is given one. */
export interface RestReader {
  /** Ready HTML of the rest of this revision; empty when the lead is the whole story. */
  of(storyId: string, revision: number): Promise<string>
  /** The same as blocks; none when the lead is the whole story. */
  blocksOf(storyId: string, revision: number): Promise<readonly Block[]>
  /** Of many stories at once, by id: of those whose newest revision this still is. */
  blocksOfEach(stories: readonly Revised[]): Promise<ReadonlyMap<string, readonly Block[]>>
}

type Revised = Pick<PublicStory, 'id' | 'revision'>

/** The public start of a story, as blocks. */
export interface LeadReader {
  blocksOf(storyId: string, revision: number): Promise<readonly Block[]>
  /** Of many stories at once, by id: of those whose newest revision this still is. */
  blocksOfEach(stories: readonly Revised[]): Promise<ReadonlyMap<string, readonly Block[]>>
}

/** Where a kept picture stands in stories that are published and not withdrawn. */
export interface PictureUses {
  of(digest: string): Promise<readonly PictureUse[]>
}

export interface PictureUse {
  readonly door: Door
  readonly place: 'lead' | 'rest'
}

/** The stories, published and not withdrawn, in whose rest a kept picture stands. */
export interface PictureStories {
  of(digest: string): Promise<readonly (StoryIds & { readonly door: Door })[]>
}
