import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { publicationsSheet } from './page.ts'

/** A stand with more publications than this lists their names instead of their covers. */
const mostCovers = 60

export function showPublications(needs: PageNeeds): Page {
  return page(addresses.publications, async (c) => {
    const { publications, editions, lay } = needs
    const all = await publications.onStand()
    const newest = all.length > mostCovers ? [] : await editions.newest(mostCovers)
    const tongue = c.get('tongue')
    const sheet = publicationsSheet(tongue, { publications: all, newest })
    return sendPage(c, lay(tongue, sheet), { shared: { shows: 'everything' } })
  })
}
