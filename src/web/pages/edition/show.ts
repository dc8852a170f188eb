import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { editionSheet } from './page.ts'

export function showEdition(needs: PageNeeds): Page {
  return page(addresses.edition, async (c, here) => {
    const { shelves, editions } = needs
    const [publication, edition] = await Promise.all([
      shelves.publication(here.publication),
      editions.byAddress(here.publication, here.edition),
    ])
    if (publication === null || edition === null) return c.notFound()

    const [stories, all] = await Promise.all([
      shelves.contents(edition.id, publication.slug),
      shelves.editions(publication.id, publication.slug),
    ])
    if (stories.length === 0) return c.notFound()
    const tongue = c.get('tongue')
    const sheet = editionSheet(tongue, { publication, edition, stories, all })
    return sendPage(c, needs.lay(tongue, sheet), { shared: { shows: publication.slug } })
  })
}
