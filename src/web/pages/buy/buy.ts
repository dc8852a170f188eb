import { html } from 'hono/html'
import { type SaleOffer, termsOf } from '#access'
import { returnPathIn } from '#accounts'
import { moneyText } from '#ground/money'
import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { contactOf } from '../../components/contact.ts'
import { plainBody } from '../../components/plain.ts'
import { vatSays } from '../../components/vat.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import { type Page, page } from '../../named-page.ts'
import { type Html, sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { dayOf } from '../plans/day-of.ts'
import { whatItOpens } from '../plans/what-it-opens.ts'
import { buyPath } from './buy-path.ts'
import { beginEdition, showBuyEdition } from './edition.ts'
import { goAndPay } from './go-and-pay.ts'
import { sendNotBegun } from './not-begun.ts'

/** Everything that follows from buying, before anybody pays: once, or until the reader stops. */
export function showBuy(needs: PageNeeds): Page {
  return page(addresses.buy, async (c) => {
    const asked = (name: string) => c.req.query(name) ?? ''
    if (asked('edition') !== '') return showBuyEdition(c, needs, asked)
    const tongue = c.get('tongue')
    const offer = offerIn(needs, asked('price'))
    if (offer === null) return sendNotBegun(c, needs, 'not-offered')
    const returnTo = returnPathIn(asked('return'))
    if (!c.get('reader')) {
      return c.redirect(signInFor(tongue.locale.name, buyPath(tongue, offer, returnTo)), 303)
    }
    return sendPage(c, needs.lay(tongue, await buySheet(needs, tongue, { offer, returnTo })))
  })
}

/** Leads to the provider's page, with what the reader chose. */
export function beginBuying(needs: PageNeeds): Page {
  return page(addresses.buy, async (c) => {
    const typed = await typedIn(c)
    if (typed('edition') !== '') return beginEdition(c, needs, typed)
    const tongue = c.get('tongue')
    const offer = offerIn(needs, typed('price'))
    if (offer === null) return sendNotBegun(c, needs, 'not-offered')
    const returnTo = returnPathIn(typed('return'))
    const chosenAt = buyPath(tongue, offer, returnTo)
    const signedIn = c.get('reader') ?? null
    if (signedIn === null) return c.redirect(signInFor(tongue.locale.name, chosenAt), 303)
    return goAndPay(c, needs, {
      readerId: signedIn.reader.id,
      choice: { what: 'plan', priceId: offer.priceId, renews: typed('renews') === 'yes' },
      chosenAt,
      returnTo,
    })
  })
}

function offerIn({ access }: PageNeeds, priceId: string): SaleOffer | null {
  if (access.shop === null) return null
  return access.offers().find((one) => one.priceId === priceId) ?? null
}

interface Buying {
  readonly offer: SaleOffer
  readonly returnTo: string | null
}

async function buySheet(needs: PageNeeds, tongue: Tongue, buying: Buying): Promise<Sheet> {
  const { say, locale, date } = tongue
  const { offer, returnTo } = buying
  const { plan, per } = offer
  const { zone } = needs.access.rules
  const terms = (choice: 'once' | 'renewing') => termsOf(offer, choice, { at: needs.clock(), zone })
  const price = moneyText(offer.price, locale.tag)
  const dayIn = (at: Temporal.Instant | null | undefined) => (at ? date(dayOf(needs, at)) : '')
  const next = dayIn(terms('renewing').nextCharge?.at)
  // Until midnight is: on the day before.
  const lastMoment = terms('once').withdrawUntil?.subtract({ seconds: 1 })
  const title = say('buy-title', { plan })
  const provider = 'Stripe'
  return {
    title,
    path: buyPath(tongue, offer, returnTo),
    unlisted: true,
    kind: 'plain',
    body: plainBody({
      title,
      intro: await whatItOpens(needs, tongue, offer),
      parts: [
        {
          title: say('buy-once-title'),
          says: [
            say('buy-once', { plan, price, date: dayIn(terms('once').endsAt) }),
            buyForm(tongue, buying, { renews: 'no', words: say('buy-once-go', { price }) }),
          ],
        },
        {
          title: say('buy-renewing-title'),
          says: [
            say(`buy-renewing-${per}`, { price, date: next }),
            say('offer-cancel'),
            buyForm(tongue, buying, { renews: 'yes', words: say('buy-renewing-go', { price }) }),
          ],
        },
        {
          title: say('trial-what'),
          says: [
            ...vatSays(tongue, needs.settings),
            say('buy-elsewhere', { provider, stand: needs.settings.name }),
            say('plan-withdraw-until', { date: dayIn(lastMoment) }),
            contactOf(tongue, needs.settings),
          ],
        },
      ],
    }),
  }
}

function buyForm(
  { locale }: Tongue,
  { offer, returnTo }: Buying,
  { renews, words }: { readonly renews: 'yes' | 'no'; readonly words: string },
): Html {
  const at = href(addresses.buy, { locale: locale.name })
  const back =
    returnTo === null ? '' : html`<input type="hidden" name="return" value="${returnTo}">`
  return html`<form method="post" action="${at}"><input type="hidden" name="price" value="${offer.priceId}"><input type="hidden" name="renews" value="${renews}">${back}<button type="submit" class="button first">${words}</button></form>`
}
