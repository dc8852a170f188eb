/** The pictures of what is on the stand, for whoever makes them ready to be looked at. */
export interface PublishedPictures {
  /** The digests of the pictures in these stories, as far as they are on the stand. */
  inStories(storyIds: readonly string[]): Promise<readonly string[]>
  /** Those of these digests that a story on the stand shows. Both: the newest story's first. */
  newestFirst(digests: readonly string[]): Promise<readonly string[]>
}
