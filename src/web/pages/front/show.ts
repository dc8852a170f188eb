import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { emptySheet } from './empty.ts'
import { frontSheet } from './page.ts'

const newestStories = 40
const newestEditions = 12

export function showFront(needs: PageNeeds): Page {
  return page(addresses.front, async (c) => {
    const { publications, editions, stories, shelves, lay, settings } = needs
    const tongue = c.get('tongue')
    const now = needs.clock().toZonedDateTimeISO(settings.timeZone)
    const until = now.startOfDay().add({ days: 1 }).toInstant()
    const shared = { shared: { shows: 'everything', until } }

    const [count, copies, newest] = await Promise.all([
      publications.count(),
      editions.newest(newestEditions),
      stories.newest(newestStories),
    ])
    if (newest.length === 0) return sendPage(c, lay(tongue, emptySheet(tongue, settings)), shared)

    const known = await Promise.all(copies.map((one) => shelves.publication(one.publication.slug)))
    const shelf = copies.map((copy, at) => ({ copy, kind: known[at]?.kind ?? 'newspaper' }))
    const today = now.toPlainDate()
    const sheet = frontSheet(tongue, { today, count, shelf, newest, stand: settings.name })
    return sendPage(c, lay(tongue, sheet), shared)
  })
}
