import { returnPathIn } from '#accounts'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { plansSheet } from './page.ts'
import { whatTheyHave } from './what-they-have.ts'

/** The same for everyone but readers, and but those who come from a story and mean to go back. */
export function showPlans(needs: PageNeeds): Page {
  return page(addresses.plans, async (c) => {
    const tongue = c.get('tongue')
    const reader = c.get('reader')?.reader ?? null
    const own = reader && (await whatTheyHave(needs, tongue, reader.id))
    // On a page for everyone nothing stands that was asked for by one.
    const returnTo = c.get('alone') ? returnPathIn(c.req.query('return') ?? '') : null
    const sheet = await plansSheet(needs, tongue, { own, returnTo })
    return sendPage(c, needs.lay(tongue, sheet), { shared: { shows: 'everything' } })
  })
}
