import { addresses } from '../../addresses.ts'
import { everything } from '../../keeping/remember.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { savableIn } from '../saved/savable-in.ts'
import { collected, isSeen, trueUntil } from './collected.ts'
import { collectionSheet } from './collection-page.ts'

/** A collection that has begun. Of a draft, or one to come, nothing is said, not even that it is. */
export function showCollection(needs: PageNeeds): Page {
  return page(addresses.collection, async (c, here) => {
    const { collections, clock, settings, lay } = needs
    const collection = await collections.bySlug(here.collection)
    const at = clock()
    if (collection === null || !isSeen(collection, at)) return c.notFound()
    const stories = await collected(needs, collection)
    const tongue = c.get('tongue')
    const now = at.toZonedDateTimeISO(settings.timeZone)
    const keep = await savableIn(
      c,
      needs,
      stories.map(({ story }) => story),
    )
    const sheet = collectionSheet(tongue, { collection, stories, now, keep })
    const shared = { shows: everything, until: trueUntil([collection], now) }
    return sendPage(c, lay(tongue, sheet), { shared })
  })
}
