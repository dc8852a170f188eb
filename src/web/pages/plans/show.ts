import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { plansSheet } from './page.ts'

export function showPlans(needs: PageNeeds): Page {
  return page(addresses.plans, async (c) => {
    const tongue = c.get('tongue')
    const sheet = await plansSheet(needs, tongue)
    return sendPage(c, needs.lay(tongue, sheet), { shared: { shows: 'everything' } })
  })
}
