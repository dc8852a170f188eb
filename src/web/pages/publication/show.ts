import { addresses } from '../../addresses.ts'
import { latestShown } from '../../keeping/shelves.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { publicationSheet } from './page.ts'

export function showPublication(needs: PageNeeds): Page {
  return page(addresses.publication, async (c, here) => {
    const { shelves, lay } = needs
    const publication = await shelves.publication(here.publication)
    if (publication === null) return c.notFound()

    const { id, slug } = publication
    const [editions, latest] = await Promise.all([
      shelves.editions(id, slug),
      shelves.latest(id, slug),
    ])
    if (editions.length === 0) return c.notFound()
    const tongue = c.get('tongue')
    const stories = latest.slice(0, latestShown)
    const sheet = publicationSheet(tongue, { publication, editions, stories })
    return sendPage(c, lay(tongue, sheet), { shared: { shows: slug } })
  })
}
