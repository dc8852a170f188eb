import type { PublicStory, StoryCard } from '#catalogue'
import { remember } from '../../keeping/remember.ts'
import { latestShown } from '../../keeping/shelves.ts'
import type { PageNeeds } from '../../page-needs.ts'

/**
 * The newest stories of a story's publication that are not in its edition, for those are in the list
 * beside. Of most editions these are the publication's newest; only while an edition is among the
 * newest itself it takes another look, once for all its stories.
 */
export function latestElsewhere({ changes, shelves, stories }: PageNeeds) {
  const behind = remember(changes, 200, async (key) => {
    const [publicationId = '', edition = '', stand = ''] = key.split(' ')
    const found = await stories.latestOf(publicationId, Number(stand) + latestShown)
    return found.filter((one) => one.editionSlug !== edition)
  })
  return async (
    { publicationId, publicationSlug, editionSlug }: PublicStory,
    storiesInEdition: number,
  ): Promise<readonly StoryCard[]> => {
    const latest = await shelves.latest(publicationId, publicationSlug)
    if (latest.every((one) => one.editionSlug !== editionSlug)) return latest
    return behind(`${publicationId} ${editionSlug} ${storiesInEdition}`, publicationSlug)
  }
}
