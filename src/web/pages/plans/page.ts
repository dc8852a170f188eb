import { html } from 'hono/html'
import type { SaleOffer } from '#access'
import { moneyText } from '#ground/money'
import { addresses, href } from '../../addresses.ts'
import { contactOf } from '../../components/contact.ts'
import { offerSays, trialLink } from '../../components/offer.ts'
import { type Part, plainBody } from '../../components/plain.ts'
import { standHolds } from '../../components/stand-holds.ts'
import { vatSays } from '../../components/vat.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { Html } from '../../page.ts'
import type { PageNeeds } from '../../page-needs.ts'
import { buyPath } from '../buy/buy-path.ts'
import { plansPath } from './plans-path.ts'
import { voucherPath } from './voucher-path.ts'
import { whatItOpens } from './what-it-opens.ts'
import type { TheirPlans } from './what-they-have.ts'

interface Asked {
  /** Null on the page that is for anyone. */
  readonly own: TheirPlans | null
  /** Where to go on after something was taken up. */
  readonly returnTo: string | null
}

/** What is open to everyone, and what is on sale: only what can be had is offered. */
export async function plansSheet(needs: PageNeeds, tongue: Tongue, asked: Asked): Promise<Sheet> {
  const { own, returnTo } = asked
  const { settings, access, shelves } = needs
  const { say } = tongue
  const { name: stand } = settings
  const holding = standHolds(tongue, await shelves.counts())
  const title = say('footer-plans')
  const intro = say('plans-intro', { stand, holding })
  const plans = Map.groupBy(access.offers(), ({ plan }) => plan)
  const described = [...plans.values()].map((offers) => planOf(needs, tongue, offers, asked))
  const sold = html`<ul class="offers">${await Promise.all(described)}</ul>`
  const unpaidKey = own === null || own.mayTry ? 'plans-no-payments' : 'plans-voucher-only'
  const beside = access.shop === null ? [say(unpaidKey, { stand })] : vatSays(tongue, settings)
  const voucher = html`<p><a class="button" href="${voucherPath(tongue, returnTo)}" rel="nofollow">${say('wall-voucher')}</a></p>`
  return {
    title,
    description: intro,
    path: plansPath(tongue, returnTo),
    unlisted: returnTo !== null,
    kind: 'plain',
    body: plainBody({
      title,
      intro,
      parts: [
        ...ownPart(tongue, own),
        {
          title: say('plans-paid-title'),
          says: plans.size > 0 ? [sold, ...beside] : [say('plans-none', { stand })],
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

/** What they have, and where they change it. */
function ownPart({ say, locale }: Tongue, own: TheirPlans | null): readonly Part[] {
  if (own === null || own.says.length === 0) return []
  const account = href(addresses.account, { locale: locale.name })
  const way = html`<p><a class="onward" href="${account}">${say('plans-own')}</a></p>`
  return [{ title: say('plan-part'), says: [...own.says, way] }]
}

/** One plan, with what it costs for each period; its name is never translated. */
async function planOf(
  needs: PageNeeds,
  tongue: Tongue,
  offers: readonly SaleOffer[],
  { own, returnTo }: Asked,
): Promise<Html> {
  const [first] = offers
  if (first === undefined) return html``
  const { plan, planId } = first
  const { shop } = needs.access
  const sold = shop !== null
  const isGoingOn = own?.goesOn(planId) ?? false
  const prices = (sold && !isGoingOn ? offers : []).map((offer) => {
    const price = moneyText(offer.price, tongue.locale.tag)
    const words = tongue.say(`plans-buy-${offer.per}`, { price })
    return html`<p><a class="button" href="${buyPath(tongue, offer, returnTo)}" rel="nofollow">${words}</a></p>`
  })
  const [free] = offerSays(tongue, first, { sold })
  const mayTry = first.trialDays > 0 && (own?.mayTry ?? true)
  const trial = mayTry && html`<p>${free}</p><p>${trialLink(tongue, first, returnTo)}</p>`
  const cancel = sold && html`<p>${tongue.say('plans-cancel')}</p>`
  return html`<li class="offer"><h3><bdi>${plan}</bdi></h3><p>${await whatItOpens(needs, tongue, first)}</p>${trial}${prices}${cancel}</li>`
}
