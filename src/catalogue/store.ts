import type { ArchiveYear, Edition, EditionCard, Neighbours } from './edition.ts'
import type { ListedPublication, Publication } from './publication.ts'
import type { OpenableCard, PublicStory, StoryCard, StoryPlace } from './story.ts'
import type { Topic } from './topics.ts'

/** The address of a story: the three names in its path. */
export interface StoryAddress {
  readonly publication: string
  readonly edition: string
  readonly story: string
}

export interface PublicationReader {
  bySlug(slug: string): Promise<Publication | null>
  /** The present name of a publication that was called this before, or null. */
  byFormerSlug(slug: string): Promise<string | null>
  /**
   * Publications with at least one published edition, in no order: all, at most 10,000, or those of
   * these ids.
   */
  onStand(ids?: readonly string[]): Promise<readonly ListedPublication[]>
  /** How much is on the stand: published and not withdrawn. */
  count(): Promise<{ readonly publications: number; readonly stories: number }>
}

export interface EditionReader {
  byAddress(publication: string, edition: string): Promise<Edition | null>
  /** What a cover shows of an edition; null when nothing of it is on the stand. */
  cardAt(publication: string, edition: string): Promise<EditionCard | null>
  beside(edition: Edition): Promise<Neighbours>
  /** Whether anything of a publication ever came out, though it may all have been withdrawn. */
  cameOut(publicationId: string): Promise<boolean>
  /** Newest first; an edition whose stories were all withdrawn is not in it. */
  latestOf(publicationId: string, most: number): Promise<readonly EditionCard[]>
  /** The newest edition of every publication, newest first. */
  newest(most: number): Promise<readonly EditionCard[]>
  /** The newest edition of each of these publications, in no order. */
  newestOf(publicationIds: readonly string[]): Promise<readonly EditionCard[]>
  /** The names in addresses of the same, by publication id. */
  newestNames(publicationIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The years in which editions came out, newest first. */
  years(publicationId: string): Promise<readonly ArchiveYear[]>
  /** The editions of one year, newest first; a daily has some 310. */
  inYear(publicationId: string, year: number): Promise<readonly EditionCard[]>
}

/** A withdrawn story is in no list; only its address still knows it. */
export interface StoryReader {
  byAddress(address: StoryAddress): Promise<PublicStory | 'withdrawn' | null>
  /** Those of these that are on the stand, by id. */
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, StoryCard>>
  /** The same, for whoever opens many of them at once. */
  openable(ids: readonly string[]): Promise<ReadonlyMap<string, OpenableCard>>
  /** In page order. */
  inEdition(editionId: string): Promise<readonly StoryCard[]>
  /** Newest first. */
  latestOf(publicationId: string, most: number): Promise<readonly StoryCard[]>
  /**
   * For a front page: of each publication's newest edition the first stories, newest day first.
   * With a language ("nl"), only of publications in it, whatever their country.
   */
  newest(most: number, language?: string): Promise<readonly StoryCard[]>
  /** The last published of the whole stand, newest first. */
  latest(most: number): Promise<readonly StoryCard[]>
  /** The last published on a topic, newest first. */
  onTopic(topic: Topic, most: number): Promise<readonly StoryCard[]>
  /** How many stories there are on each topic that has any. */
  topics(): Promise<ReadonlyMap<Topic, number>>
  /** Stories that are the same work as this one, in other languages, without itself. */
  translationsOf(story: Pick<PublicStory, 'id' | 'work'>): Promise<readonly StoryCard[]>
  /**
   * Stories of other publications that have most of their text in common with this one, the most
   * alike first.
   */
  alikeTo(storyId: string, most: number): Promise<readonly StoryCard[]>
  /** Which of these stories are largely the same as others of these, by id. */
  alikeAmong(ids: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>>
  /** Months ("2026-11", UTC) in which stories were published, oldest first, with how many. */
  months(): Promise<readonly { readonly month: string; readonly stories: number }[]>
  /** A portion of the stories published in a month, oldest first. */
  inMonth(month: string, portion: Portion): Promise<readonly StoryPlace[]>
}

export interface Portion {
  /** How many come before it. */
  readonly skip: number
  readonly most: number
}
