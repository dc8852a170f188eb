import { html } from 'hono/html'
import type { Offer } from '#access'
import { moneyText } from '#ground/money'
import { addresses, href } from '../../addresses.ts'
import { contactOf } from '../../components/contact.ts'
import { plainBody } from '../../components/plain.ts'
import { standHolds } from '../../components/stand-holds.ts'
import type { Counts } from '../../keeping/shelves.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { WebSettings } from '../../needs.ts'
import type { Html } from '../../page.ts'

/** What is open to everyone, and what is planned to be sold: nothing can be bought yet. */
export function plansSheet(tongue: Tongue, settings: WebSettings, counts: Counts): Sheet {
  const { say, locale } = tongue
  const { name: stand, offers } = settings
  const holding = standHolds(tongue, counts)
  const title = say('footer-plans')
  const intro = say('plans-intro', { stand, holding })
  const described = offers.map((offer) => offerOf(tongue, offer, stand))
  const sold = offers.length === 0 ? say('plans-none', { stand }) : say('plans-not-yet', { stand })
  return {
    title,
    description: intro,
    path: href(addresses.plans, { locale: locale.name }),
    kind: 'plain',
    body: plainBody({
      title,
      intro,
      parts: [
        { title: say('plans-open-title'), says: [say('plans-open'), say('plans-metered')] },
        {
          title: say('plans-paid-title'),
          says: [
            sold,
            offers.length > 0 && html`<ul class="offers">${described}</ul>`,
            contactOf(tongue, settings),
          ].filter((part) => part !== false),
        },
      ],
    }),
  }
}

/** The plan's name is never translated; what it costs, and how it ends, are whole sentences. */
function offerOf(tongue: Tongue, { plan, price, per, trialDays }: Offer, stand: string): Html {
  const { say, locale } = tongue
  const costs = say(`plans-price-${per}`, { price: moneyText(price, locale.tag) })
  const trial = trialDays === 0 ? '' : html`<p>${say('plans-trial', { days: trialDays })}</p>`
  return html`<li class="offer"><h3><bdi>${plan}</bdi></h3><p class="price">${costs}</p><p>${say('plans-opens', { plan, stand })}</p>${trial}<p>${say('plans-cancel')}</p></li>`
}
