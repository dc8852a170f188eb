import { addresses } from '../../addresses.ts'
import { everything } from '../../keeping/remember.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { collectedIn, isSeen, trueUntil } from './collected.ts'
import { collectionsSheet } from './collections-page.ts'

/** Every collection that has begun and has a story left. */
export function showCollections(needs: PageNeeds): Page {
  return page(addresses.collections, async (c) => {
    const { shelves, clock, settings, lay } = needs
    const at = clock()
    const now = at.toZonedDateTimeISO(settings.timeZone)
    const scheduled = await shelves.collections()
    const seen = scheduled.filter((collection) => isSeen(collection, at))
    const storiesOf = await collectedIn(needs, seen)
    const pages = seen.map((collection) => ({ collection, stories: storiesOf(collection), now }))
    const tongue = c.get('tongue')
    const sheet = collectionsSheet(
      tongue,
      pages.filter(({ stories }) => stories.length > 0),
    )
    const shared = { shows: everything, until: trueUntil(scheduled, now) }
    return sendPage(c, lay(tongue, sheet), { shared })
  })
}
