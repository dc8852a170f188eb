import { html } from 'hono/html'
import type { SaleOffer } from '#access'
import { moneyText } from '#ground/money'
import { addresses, href } from '../../addresses.ts'
import { contactOf } from '../../components/contact.ts'
import { offerSays, trialLink } from '../../components/offer.ts'
import { plainBody } from '../../components/plain.ts'
import { standHolds } from '../../components/stand-holds.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { buyPath } from '../buy/buy-path.ts'
import { voucherPath } from './voucher-path.ts'
import { whatItOpens } from './what-it-opens.ts'

/** What is open to everyone, and what is on sale: only what can be had is offered. */
export async function plansSheet(needs: PageNeeds, tongue: Tongue): Promise<Sheet> {
  const { settings, access, shelves } = needs
  const { say, locale } = tongue
  const { name: stand } = settings
  const holding = standHolds(tongue, await shelves.counts())
  const title = say('footer-plans')
  const intro = say('plans-intro', { stand, holding })
  const plans = Map.groupBy(access.offers(), ({ plan }) => plan)
  const described = [...plans.values()].map((offers) => planOf(needs, tongue, offers))
  const sold = html`<ul class="offers">${await Promise.all(described)}</ul>`
  const unpaid = access.shop === null ? [say('plans-no-payments', { stand })] : []
  const voucher = html`<p><a class="button" href="${voucherPath(tongue, null)}" rel="nofollow">${say('wall-voucher')}</a></p>`
  return {
    title,
    description: intro,
    path: href(addresses.plans, { locale: locale.name }),
    kind: 'plain',
    body: plainBody({
      title,
      intro,
      parts: [
        {
          title: say('plans-paid-title'),
          says: plans.size > 0 ? [sold, ...unpaid] : [say('plans-none', { stand })],
        },
        { title: say('plans-voucher-title'), says: [say('voucher-intro'), voucher] },
        {
          title: say('plans-open-title'),
          says: [say('plans-open'), say('plans-metered'), contactOf(tongue, settings)],
        },
      ],
    }),
  }
}

/** One plan, with what it costs for each period; its name is never translated. */
async function planOf(
  needs: PageNeeds,
  tongue: Tongue,
  offers: readonly SaleOffer[],
): Promise<Html> {
  const [first] = offers
  if (first === undefined) return html``
  const { plan, trialDays } = first
  const { shop } = needs.access
  const sold = shop !== null
  const prices = (sold ? offers : []).map((offer) => {
    const price = moneyText(offer.price, tongue.locale.tag)
    const words = tongue.say(`plans-buy-${offer.per}`, { price })
    return html`<p><a class="button" href="${buyPath(tongue, offer)}" rel="nofollow">${words}</a></p>`
  })
  const [free] = offerSays(tongue, first, { sold })
  const trial = trialDays > 0 && html`<p>${free}</p><p>${trialLink(tongue, first)}</p>`
  const cancel = sold && html`<p>${tongue.say('plans-cancel')}</p>`
  return html`<li class="offer"><h3><bdi>${plan}</bdi></h3><p>${await whatItOpens(needs, tongue, first)}</p>${trial}${prices}${cancel}</li>`
}
