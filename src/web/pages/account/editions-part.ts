import { html } from 'hono/html'
import type { NamedEdition } from '#access'
import { addresses, href } from '../../addresses.ts'
import type { Part } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { dayOf } from '../plans/day-of.ts'

/** What an edition is called wherever it stands alone: its publication and its date. */
export function editionName(
  { say, date }: Tongue,
  edition: Pick<NamedEdition, 'publicationTitle' | 'date'>,
): string {
  return say('named-edition-of', { name: edition.publicationTitle, date: date(edition.date) })
}

/** The editions that a reader bought alone, each a link to it; nothing where there is none. */
export async function editionsPart(
  needs: PageNeeds,
  tongue: Tongue,
  readerId: string,
): Promise<readonly Part[]> {
  const theirs = await needs.access.editionPrices.ownedBy(readerId)
  if (theirs.length === 0) return []
  const { say, locale, date } = tongue
  const lines = theirs.map((one) => {
    const { publicationSlug: publication, editionSlug: edition } = one
    const to = href(addresses.edition, { locale: locale.name, publication, edition })
    const bought = say('own-edition-bought', { date: date(dayOf(needs, one.boughtAt)) })
    return html`<li><a href="${to}">${editionName(tongue, one)}</a><p class="about">${bought}</p></li>`
  })
  return [{ title: say('own-editions'), says: [html`<ul class="owned">${lines}</ul>`] }]
}
