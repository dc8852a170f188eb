import type { addresses } from '../addresses.ts'
import type { Tongue } from '../languages/tongue.ts'
import type { Sheet } from '../layout.ts'
import { type Page, page } from '../named-page.ts'
import type { WebSettings } from '../needs.ts'
import { sendPage } from '../page.ts'
import type { PageNeeds } from '../page-needs.ts'

/** A page that only the settings of the stand make differ from one stand to the next. */
export function showPlain(
  { lay, settings }: PageNeeds,
  address: (typeof addresses)['accessibility' | 'privacy' | 'readingSettings'],
  sheetOf: (tongue: Tongue, settings: WebSettings) => Sheet,
): Page {
  return page(address, (c) => {
    const tongue = c.get('tongue')
    const sheet = sheetOf(tongue, settings)
    return sendPage(c, lay(tongue, sheet), { shared: { shows: 'everything' } })
  })
}
