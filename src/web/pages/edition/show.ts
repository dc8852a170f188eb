import { addresses } from '../../addresses.ts'
import { priceAlone } from '../../components/price-alone.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { missingOrMoved } from '../moved.ts'
import { goneNotice, type Notice, sendNotice } from '../notices/notice.ts'
import { savableIn } from '../saved/savable-in.ts'
import { isAudible } from '../story/narration/listen-tool.ts'
import { isWalled } from './is-walled.ts'
import { editionSheet } from './page.ts'

const goneEdition: Notice = {
  ...goneNotice,
  title: 'gone-edition-title',
  text: 'gone-edition-text',
}

export function showEdition(needs: PageNeeds): Page {
  return page(addresses.edition, async (c, here) => {
    const { access, shelves, editions, settings } = needs
    const [publication, edition] = await Promise.all([
      shelves.publication(here.publication),
      editions.byAddress(here.publication, here.edition),
    ])
    if (publication === null) return missingOrMoved(c, needs, addresses.edition, here)
    if (edition === null) return c.notFound()

    const [stories, neighbours] = await Promise.all([
      shelves.contents(edition.id, publication.slug),
      editions.beside(edition),
    ])
    if (stories.length === 0) {
      const [newest] = await shelves.editions(publication.id, publication.slug)
      return sendNotice(c, needs, goneEdition, newest)
    }
    const tongue = c.get('tongue')
    const ids = { publicationId: publication.id, editionId: edition.id }
    const price = isWalled(stories) ? priceAlone(access, ids) : null
    const reader = c.get('reader')?.reader ?? null
    const owned = reader !== null && (await access.editionPrices.isOwned(reader.id, edition.id))
    const audible = stories.some((story) => isAudible(needs, { story }, publication))
    const keep = await savableIn(c, needs, stories)
    const sale = { price, owned, settings }
    const shown = { publication, edition, stories, neighbours, ...sale, audible, keep }
    const sheet = editionSheet(tongue, shown)
    return sendPage(c, needs.lay(tongue, sheet), { shared: { shows: publication.slug } })
  })
}
