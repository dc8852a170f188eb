import type { Context } from 'hono'
import { html } from 'hono/html'
import { type NotBegun, type SaleOffer, termsOf } from '#access'
import { returnPathIn } from '#accounts'
import { moneyText } from '#ground/money'
import { addresses, href } from '../../addresses.ts'
import { signInFor } from '../../components/bar.ts'
import { plainBody } from '../../components/plain.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import { type Page, page } from '../../named-page.ts'
import { type Html, sendPage } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { typedIn } from '../../reader/asking.ts'
import { cookiesOf } from '../../reader/cookies.ts'
import type { Visit } from '../../visit.ts'
import { dayOf } from '../plans/day-of.ts'
import { whatItOpens } from '../plans/what-it-opens.ts'
import { buyPath } from './buy-path.ts'

/** Everything that follows from buying, before anybody pays: once, or until the reader stops. */
export function showBuy(needs: PageNeeds): Page {
  return page(addresses.buy, async (c) => {
    const tongue = c.get('tongue')
    const offer = offerIn(needs, c.req.query('price') ?? '')
    if (offer === null) return sendNotBegun(c, needs, 'not-offered')
    const returnTo = returnPathIn(c.req.query('return') ?? '')
    if (!c.get('reader')) {
      return c.redirect(signInFor(tongue.locale.name, buyPath(tongue, offer, returnTo)), 303)
    }
    return sendPage(c, needs.lay(tongue, await buySheet(needs, tongue, { offer, returnTo })))
  })
}

/** Leads to the provider's page on which it is paid: one page, however often it is pressed. */
export function beginBuying(needs: PageNeeds): Page {
  const { access, settings } = needs
  const cookies = cookiesOf(settings)
  return page(addresses.buy, async (c) => {
    const tongue = c.get('tongue')
    const { name: locale, tag } = tongue.locale
    const typed = await typedIn(c)
    const offer = offerIn(needs, typed('price'))
    const { shop } = access
    if (offer === null || shop === null) return sendNotBegun(c, needs, 'not-offered')
    const returnTo = returnPathIn(typed('return'))
    const signedIn = c.get('reader') ?? null
    if (signedIn === null) {
      return c.redirect(signInFor(locale, buyPath(tongue, offer, returnTo)), 303)
    }
    const back = new URL(href(addresses.bought, { locale }), settings.publicUrl)
    if (returnTo !== null) back.searchParams.set('return', returnTo)
    const begun = await shop.begin({
      readerId: signedIn.reader.id,
      choice: { what: 'plan', priceId: offer.priceId, renews: typed('renews') === 'yes' },
      paidUrl: back,
      leftUrl: new URL(buyPath(tongue, offer, returnTo), settings.publicUrl),
      language: tag,
    })
    if (!begun.ok) return sendNotBegun(c, needs, begun.reason)
    if (begun.value.page === null) return sendNotBegun(c, needs, 'unreachable')
    cookies.keep(c, 'checkout', begun.value.id)
    return c.redirect(begun.value.page.address.href, 303)
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
            say('buy-elsewhere', { provider, stand: needs.settings.name }),
            say('plan-withdraw-until', { date: dayIn(lastMoment) }),
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
  return html`<form method="post" action="${at}"><input type="hidden" name="price" value="${offer.priceId}"><input type="hidden" name="renews" value="${renews}">${back}<button class="button first">${words}</button></form>`
}

/** What happened, and what did not. */
function sendNotBegun(c: Context<Visit>, { lay }: PageNeeds, because: NotBegun): Promise<Response> {
  const tongue = c.get('tongue')
  const { say, locale } = tongue
  const title = say('buy-not-begun')
  const plans = href(addresses.plans, { locale: locale.name })
  const ways = html`<p class="ways"><a class="button" href="${plans}">${say('footer-plans')}</a></p>`
  const body = html`${plainBody({ title, intro: say(`buy-${because}`), parts: [] })}${ways}`
  const status = because === 'unreachable' || because === 'refused' ? 502 : 409
  return sendPage(c, lay(tongue, { title, path: null, kind: 'plain', body }), { status })
}
