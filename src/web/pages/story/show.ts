import { openStory } from '#reading'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { goneNotice, notFoundNotice, sendNotice } from '../notices/notice.ts'
import { storySheet } from './page.ts'

export function showStory(needs: PageNeeds): Page {
  return page(addresses.story, async (c, here) => {
    const opening = await openStory(needs, here)
    const tongue = c.get('tongue')
    if (opening.kind === 'missing') return sendNotice(c, needs, notFoundNotice)
    if (opening.kind === 'withdrawn') return sendNotice(c, needs, goneNotice)

    const { story } = opening
    const slug = story.publicationSlug
    const [publication, inEdition, latest] = await Promise.all([
      needs.shelves.publication(slug),
      needs.shelves.contents(story.editionId, slug),
      needs.shelves.latest(story.publicationId, slug),
    ])
    const stand = needs.settings.name
    const sheet = storySheet(tongue, { opening, publication, inEdition, latest, stand })
    return sendPage(c, needs.lay(tongue, sheet), { shared: { shows: slug } })
  })
}
