import type { Context } from 'hono'
import { returnPathIn } from '#accounts'
import { addresses, href, nameInAddress } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { priceAlone } from '../../components/price-alone.ts'
import type { Tongue } from '../../languages/tongue.ts'
import { sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import type { SignedIn, Visit } from '../../visit.ts'
import { isWalled } from '../edition/is-walled.ts'
import { buyEditionPath } from './buy-path.ts'
import { agreementIn, buyEditionSheet, type EditionForSale, markOf } from './edition-sheet.ts'
import { goAndPay } from './go-and-pay.ts'
import { sendNotBegun } from './not-begun.ts'

/** What was asked for: a query, or a form. */
type Asked = (name: string) => string

/** What one edition opens and costs, before anybody pays: once, and for good. */
export async function showBuyEdition(
  c: Context<Visit>,
  needs: PageNeeds,
  asked: Asked,
): Promise<Response> {
  const wanted = await editionWanted(needs, c.get('tongue'), asked)
  if (wanted === null) return sendNotBegun(c, needs, 'not-offered')
  const signedIn = c.get('reader') ?? null
  if (signedIn === null) return leadToSignIn(c, wanted)
  const { editionPrices } = needs.access
  if (await editionPrices.isOwned(signedIn.reader.id, wanted.edition.id)) {
    return sendNotBegun(c, needs, 'has-it', wanted.returnTo)
  }
  return sendSheet(c, needs, wanted, signedIn)
}

/** Leads to paying, once the reader has said that it begins at once. */
export async function beginEdition(
  c: Context<Visit>,
  needs: PageNeeds,
  typed: Asked,
): Promise<Response> {
  const tongue = c.get('tongue')
  const wanted = await editionWanted(needs, tongue, typed)
  if (wanted === null) return sendNotBegun(c, needs, 'not-offered')
  const signedIn = c.get('reader') ?? null
  if (signedIn === null) return leadToSignIn(c, wanted)
  const agreed = agreementIn(tongue)
  // Nobody agrees to other words than those that they saw.
  if (typed('agree') !== markOf(agreed)) return sendSheet(c, needs, wanted, signedIn, 422)
  const { publication, edition, returnTo } = wanted
  const [minor = '', currency = ''] = typed('told').split(' ')
  return goAndPay(c, needs, {
    readerId: signedIn.reader.id,
    choice: {
      what: 'edition',
      publicationId: publication.id,
      editionId: edition.id,
      label: tongue.say('named-edition-of', {
        name: publication.title,
        date: tongue.date(edition.date),
      }),
      price: { minor: Number(minor), currency },
      agreed,
    },
    chosenAt: chosenAt(tongue, wanted),
    returnTo,
  })
}

/** Null when there is no such edition, when it is not sold alone, or when everybody may read it. */
async function editionWanted(
  { access, shelves, editions }: PageNeeds,
  { locale }: Tongue,
  asked: Asked,
): Promise<EditionForSale | null> {
  const [slug, day] = [asked('publication'), asked('edition')].map(nameInAddress)
  if (slug === null || slug === undefined || day === null || day === undefined) return null
  const [publication, edition] = await Promise.all([
    shelves.publication(slug),
    editions.byAddress(slug, day),
  ])
  if (publication === null || edition === null) return null
  const ids = { publicationId: publication.id, editionId: edition.id }
  const price = priceAlone(access, ids)
  const stories = await shelves.contents(edition.id, publication.slug)
  if (price === null || !isWalled(stories)) return null
  const names = { locale: locale.name, publication: publication.slug, edition: edition.slug }
  const returnTo = returnPathIn(asked('return')) ?? href(addresses.edition, names)
  return { publication, edition, stories, price, returnTo }
}

async function sendSheet(
  c: Context<Visit>,
  needs: PageNeeds,
  wanted: EditionForSale,
  { reader }: SignedIn,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { access, settings, clock, lay } = needs
  const now = clock().epochMilliseconds
  const rights = await access.rights.of(reader.id, wanted.publication.id, clock())
  const isOpenNow = rights.some(
    ({ opens, since, until }) =>
      (opens.what === 'stand' || opens.what === 'publication') &&
      since.epochMilliseconds <= now &&
      (until === null || now < until.epochMilliseconds),
  )
  const tongue = c.get('tongue')
  const said = { stand: settings, isOpenNow, isMissing: status === 422 }
  const path = chosenAt(tongue, wanted)
  const sheet = buyEditionSheet(tongue, { ...wanted, ...said, path })
  return sendPage(c, lay(tongue, sheet), { status })
}

const chosenAt = (tongue: Tongue, { publication, edition, returnTo }: EditionForSale) =>
  buyEditionPath(tongue, { publication: publication.slug, edition: edition.slug }, returnTo)

const leadToSignIn = (c: Context<Visit>, wanted: EditionForSale) =>
  c.redirect(signInFor(c.get('tongue').locale.name, chosenAt(c.get('tongue'), wanted)), 303)
