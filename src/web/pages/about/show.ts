import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { aboutSheet } from './page.ts'

export function showAbout(needs: PageNeeds): Page {
  const { lay, settings, shelves } = needs
  return page(addresses.about, async (c) => {
    const tongue = c.get('tongue')
    const [counts, publications] = await Promise.all([shelves.counts(), shelves.onStand()])
    const sheet = aboutSheet(tongue, { settings, counts, publications })
    return sendPage(c, lay(tongue, sheet), { shared: { shows: 'everything' } })
  })
}
