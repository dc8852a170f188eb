import { openStory } from '#reading'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { missingOrMoved } from '../moved.ts'
import { sendGone } from './gone.ts'
import { latestElsewhere } from './latest-elsewhere.ts'
import { storySheet } from './page.ts'

/** How long a wall may say how much was on the stand: other publications change as well. */
const countsHold = { hours: 1 }

export function showStory(needs: PageNeeds): Page {
  const { shelves, stories, settings } = needs
  const latestBeside = latestElsewhere(needs)
  return page(addresses.story, async (c, here) => {
    const opening = await openStory(needs, here)
    if (opening.kind === 'withdrawn') return sendGone(c, needs, here)
    if (opening.kind === 'missing') return missingOrMoved(c, needs, addresses.story, here)

    const { story } = opening
    const slug = story.publicationSlug
    const [publication, inEdition, renderings, counts] = await Promise.all([
      shelves.publication(slug),
      shelves.contents(story.editionId, slug),
      story.work === '' ? [] : stories.translationsOf(story),
      shelves.counts(),
    ])
    // It lost its name between two questions.
    if (publication === null) return missingOrMoved(c, needs, addresses.story, here)
    const latest = await latestBeside(story, inEdition.length)
    const tongue = c.get('tongue')
    const shown = { opening, publication, inEdition, latest, renderings, counts, settings }
    // A translation may come out, or leave, in another publication.
    const shows = story.work === '' ? slug : 'everything'
    const shared =
      opening.kind === 'lead' ? { shows, until: needs.clock().add(countsHold) } : { shows }
    return sendPage(c, needs.lay(tongue, storySheet(tongue, shown)), { shared })
  })
}
