import type { Edition, Publication } from '#catalogue'
import { addresses } from '../../addresses.ts'
import { type Page, page } from '../../named-page.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { missingOrMoved } from '../moved.ts'
import { goneNotice, type Notice, sendNotice } from '../notices/notice.ts'
import { editionSheet, type Neighbours } from './page.ts'

const goneEdition: Notice = {
  ...goneNotice,
  title: 'gone-edition-title',
  text: 'gone-edition-text',
}

export function showEdition(needs: PageNeeds): Page {
  return page(addresses.edition, async (c, here) => {
    const { shelves, editions } = needs
    const [publication, edition] = await Promise.all([
      shelves.publication(here.publication),
      editions.byAddress(here.publication, here.edition),
    ])
    if (publication === null) return missingOrMoved(c, needs, addresses.edition, here)
    if (edition === null) return c.notFound()

    const [stories, neighbours] = await Promise.all([
      shelves.contents(edition.id, publication.slug),
      neighboursOf(needs, publication, edition),
    ])
    if (stories.length === 0) {
      const [newest] = await shelves.editions(publication.id, publication.slug)
      return sendNotice(c, needs, goneEdition, newest)
    }
    const tongue = c.get('tongue')
    const sheet = editionSheet(tongue, { publication, edition, stories, neighbours })
    return sendPage(c, needs.lay(tongue, sheet), { shared: { shows: publication.slug } })
  })
}

/** The editions just before and after: most are among the last ones, which are in memory. */
async function neighboursOf(
  { shelves, editions }: PageNeeds,
  { id, slug }: Publication,
  edition: Edition,
): Promise<Neighbours> {
  const recent = (await shelves.editions(id, slug)).map((one) => one.edition)
  const at = recent.findIndex((one) => one.id === edition.id)
  if (at !== -1 && at < recent.length - 1) return beside(recent, at)

  const years = (await editions.years(id)).map(({ year }) => year)
  const inYears = years.indexOf(edition.date.year)
  const around = years.slice(Math.max(0, inYears - 1), inYears + 2)
  const found = await Promise.all(around.map((year) => editions.inYear(id, year)))
  const all = found.flat().map((one) => one.edition)
  return beside(
    all,
    all.findIndex((one) => one.id === edition.id),
  )
}

const beside = (newestFirst: readonly Edition[], at: number): Neighbours => ({
  earlier: at === -1 ? null : (newestFirst[at + 1] ?? null),
  later: newestFirst[at - 1] ?? null,
})
