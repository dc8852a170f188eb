import type {
  Byline,
  Collection,
  Edition,
  Publication,
  PublicStory,
  StoryCard,
  Topic,
} from '#catalogue'

/**
 * What a page is about, for programs that read it: search engines, feed readers, whoever shows a
 * link to it. It holds a `PublicStory` and no rest, so nothing made of it can tell the rest.
 */
export type Subject =
  | { readonly kind: 'stand' }
  | { readonly kind: 'list' }
  | { readonly kind: 'topic'; readonly topic: Topic }
  | { readonly kind: 'byline'; readonly byline: Byline }
  | { readonly kind: 'publication'; readonly publication: Publication }
  | { readonly kind: 'archive'; readonly publication: Publication }
  | { readonly kind: 'edition'; readonly publication: Publication; readonly edition: Edition }
  | CollectionSubject
  | StorySubject

export interface CollectionSubject {
  readonly kind: 'collection'
  readonly collection: Collection
  /** What it shows, in the editor's order. */
  readonly stories: readonly StoryCard[]
}

export interface StorySubject {
  readonly kind: 'story'
  readonly story: PublicStory
  readonly publication: Publication
  /** The same work in other languages. */
  readonly translations?: readonly StoryCard[]
}
