import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { listeningSheet } from './page.ts'

/** How listening works; the player of every other page is made from what stands in it. */
export function showPlayer({ lay }: PageNeeds): Page {
  return page(addresses.player, (c) => {
    const tongue = c.get('tongue')
    return sendPage(c, lay(tongue, listeningSheet(tongue)), { shared: { shows: 'everything' } })
  })
}
