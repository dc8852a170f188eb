import type { Edition, EditionCard } from './edition.ts'
import type { Publication } from './publication.ts'
import type { PublicStory, StoryCard } from './story.ts'

/** The address of a story: the three names in its path. */
export interface StoryAddress {
  readonly publication: string
  readonly edition: string
  readonly story: string
}

export interface PublicationReader {
  bySlug(slug: string): Promise<Publication | null>
  /** Publications with at least one published edition, by title; at most 10,000. */
  onStand(): Promise<readonly Publication[]>
  /** How much is on the stand: published and not withdrawn. */
  count(): Promise<{ readonly publications: number; readonly stories: number }>
}

export interface EditionReader {
  byAddress(publication: string, edition: string): Promise<Edition | null>
  /** Newest first; an edition whose stories were all withdrawn is not in it. */
  latestOf(publicationId: string, most: number): Promise<readonly EditionCard[]>
  /** The newest edition of every publication, newest first. */
  newest(most: number): Promise<readonly EditionCard[]>
}

/** A withdrawn story is in no list; only its address still knows it. */
export interface StoryReader {
  byAddress(address: StoryAddress): Promise<PublicStory | 'withdrawn' | null>
  /** In page order. */
  inEdition(editionId: string): Promise<readonly StoryCard[]>
  /** Newest first. */
  latestOf(publicationId: string, most: number): Promise<readonly StoryCard[]>
  /** For a front page: of each publication's newest edition the first stories, newest day first. */
  newest(most: number): Promise<readonly StoryCard[]>
}
