import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { missingOrMoved } from '../moved.ts'
import { sendNotice } from '../notices/notice.ts'
import { archiveSheet } from './archive-page.ts'
import { gonePublication } from './show.ts'

/** The editions of one year. A year in which nothing came out has no page. */
export function showArchive(needs: PageNeeds): Page {
  return page(addresses.archive, async (c, here) => {
    const { shelves, editions, lay } = needs
    const publication = await shelves.publication(here.publication)
    if (publication === null) return missingOrMoved(c, needs, addresses.archive, here)
    if (!/^\d{4}$/.test(here.year)) return c.notFound()

    const { id, slug } = publication
    const year = Number(here.year)
    const [years, inYear] = await Promise.all([editions.years(id), editions.inYear(id, year)])
    const oldest = years.at(-1)?.first
    if (oldest === undefined && (await editions.cameOut(id))) {
      return sendNotice(c, needs, gonePublication)
    }
    if (inYear.length === 0 || oldest === undefined) return c.notFound()
    const tongue = c.get('tongue')
    const found = { publication, year, editions: inYear, years, oldest }
    return sendPage(c, lay(tongue, archiveSheet(tongue, found)), { shared: { shows: slug } })
  })
}
