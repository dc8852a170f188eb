import { setImmediate as nextTurn } from 'node:timers/promises'
import { addresses } from '../../addresses.ts'
import { everything } from '../../keeping/remember.ts'
import { keepStock } from '../../keeping/stock.ts'
import { type Page, page } from '../../named-page.ts'
import { forNobodyElse, questionOf, sendMoved, sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { addressOf } from './address-of.ts'
import { withArrivals } from './arrivals.ts'
import { inOrder } from './in-order.ts'
import { catalogueSheet } from './page.ts'
import { isListed, type Look, queryOf, questionFrom } from './question.ts'
import { sift } from './sift.ts'

/** Publications on a page. Forty-eight covers fill rows of two, three, four and six. */
const onPage: Readonly<Record<Look, number>> = { covers: 48, list: 300 }

export function showPublications(needs: PageNeeds): Page {
  const { editions, lay, clock, settings } = needs
  const stock = keepStock(needs)

  return page(addresses.publications, async (c) => {
    const tongue = c.get('tongue')
    const search = questionOf(c)
    const question = questionFrom(search)
    if (queryOf(question) !== search) return sendMoved(c, addressOf(tongue, question))

    const now = clock().toZonedDateTimeISO(settings.timeZone)
    const entries = withArrivals(await stock(), now.toPlainDate())
    const all = await inOrder(tongue, entries, question.sort)
    const { found, counts } = sift(all, question)
    // To sift and then to make the page is long enough for others to have a turn in between.
    await nextTurn()
    const size = onPage[question.look]
    const pages = Math.max(1, Math.ceil(found.length / size))
    if (question.page > pages) {
      c.header('cache-control', forNobodyElse)
      return c.redirect(addressOf(tongue, { ...question, page: pages }), 302)
    }

    const shown = found.slice((question.page - 1) * size, question.page * size)
    const ids = shown.map(({ publication }) => publication.id)
    const cards = question.look === 'covers' ? await editions.newestOf(ids) : []
    const byId = new Map(cards.map((card) => [card.edition.publicationId, card]))
    const sheet = catalogueSheet(tongue, {
      question,
      all: all.length,
      found: found.length,
      counts,
      shown,
      newest: ids.flatMap((id) => byId.get(id) ?? []),
      pages,
    })
    const seldom = !isListed(question) || question.page > 1 || found.length === 0
    // Tomorrow others are new.
    const until = now.add({ days: 1 }).startOfDay().toInstant()
    return sendPage(c, lay(tongue, sheet), { shared: { shows: everything, seldom, until } })
  })
}
