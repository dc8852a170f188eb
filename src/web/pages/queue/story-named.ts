import type { PublicStory, StoryCard } from '#catalogue'
import { nameInAddress } from '../../addresses.ts'
import type { AppNeeds } from '../../needs.ts'

/** What scripts and forms call a story: "publication/edition/story", as in its address. */
export const nameOf = ({
  publicationSlug,
  editionSlug,
  slug,
}: Pick<StoryCard, 'publicationSlug' | 'editionSlug' | 'slug'>): string =>
  `${publicationSlug}/${editionSlug}/${slug}`

/** The story that is called this, if it is on the stand. */
export async function storyNamed(
  { stories }: Pick<AppNeeds, 'stories'>,
  name: string,
): Promise<PublicStory | null> {
  const [publication = null, edition = null, story = null, ...more] = name
    .split('/')
    .map(nameInAddress)
  if (publication === null || edition === null || story === null || more.length > 0) return null
  const found = await stories.byAddress({ publication, edition, story })
  return found === 'withdrawn' ? null : found
}
