import type { PublicationReader } from '#catalogue'
import { type HeardText, heardText } from '#narrate'
import { type PrintedTextNeeds, printedText } from '#reading'

export interface HeardStoryNeeds extends PrintedTextNeeds {
  readonly publications: Pick<PublicationReader, 'bySlug'>
}

/** All that may be heard of a story by anybody; null when nothing may, or it is not on the stand. */
export async function heardStory(
  needs: HeardStoryNeeds,
  storyId: string,
): Promise<HeardText | null> {
  const printed = await printedText(needs, storyId)
  if (printed === null) return null
  const publication = await needs.publications.bySlug(printed.story.publicationSlug)
  return publication?.permits.narration ? heardText(printed, publication) : null
}
