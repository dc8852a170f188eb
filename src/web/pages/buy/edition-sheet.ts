import { html } from 'hono/html'
import type { Edition, Publication, StoryCard } from '#catalogue'
import { digestOf } from '#ground/digest'
import { type Money, moneyText } from '#ground/money'
import { addresses, href } from '../../addresses.ts'
import { contactOf } from '../../components/contact.ts'
import { cover } from '../../components/cover.ts'
import { plainBody } from '../../components/plain.ts'
import { spokenIn } from '../../components/spoken.ts'
import { vatSays } from '../../components/vat.ts'
import type { Tongue } from '../../languages/tongue.ts'
import type { Sheet } from '../../layout.ts'
import type { WebSettings } from '../../needs.ts'
import type { Html } from '../../page.ts'
import { headlinesOf } from '../edition/headlines-of.ts'

export interface EditionForSale {
  readonly publication: Publication
  readonly edition: Edition
  readonly stories: readonly StoryCard[]
  readonly price: Money
  readonly returnTo: string
}

interface BuyEditionPage extends EditionForSale {
  readonly path: string
  /** With whom it is bought. */
  readonly stand: Pick<WebSettings, 'name' | 'operator' | 'contact' | 'vat'>
  /** Whether the reader may read it already, for as long as something else lasts. */
  readonly isOpenNow: boolean
  /** Whether they pressed the button without agreeing. */
  readonly isMissing: boolean
}

/**
 * What somebody agrees to who buys something digital that begins at once: without it, it could be
 * withdrawn from for fourteen days (EU Directive 2011/83, article 16 m).
 */
export const agreementIn = ({ say }: Tongue): string => say('buy-edition-agree')

/** Tells one wording from another. */
export const markOf = (words: string): string => digestOf(words).slice(0, 16)

/** What it opens, what it costs, and what has to be said before it can be paid. */
export function buyEditionSheet(tongue: Tongue, page: BuyEditionPage): Sheet {
  const { say, locale } = tongue
  const title = say('buy-edition-title')
  const price = moneyText(page.price, locale.tag)
  const provider = 'Stripe'
  return {
    title: page.isMissing ? say('page-with-fault', { page: title }) : title,
    path: page.path,
    unlisted: true,
    kind: 'plain',
    body: plainBody({
      title,
      intro: '',
      parts: [
        { title: say('buy-edition-opens-title'), says: [copyForSale(tongue, page)] },
        {
          title: say('buy-edition-price-title'),
          says: [say('buy-edition-price', { price }), ...vatSays(tongue, page.stand)],
        },
        {
          title: say('trial-what'),
          says: [
            say('buy-elsewhere', { provider, stand: page.stand.name }),
            contactOf(tongue, page.stand),
            say('buy-edition-withdraw'),
            agreeForm(tongue, page, price),
          ],
        },
      ],
    }),
  }
}

function copyForSale(tongue: Tongue, page: BuyEditionPage): Html {
  const { publication, edition, stories } = page
  const { say, locale } = tongue
  const date = tongue.date(edition.date)
  const names = { locale: locale.name, publication: publication.slug, edition: edition.slug }
  const card = { publication, edition, headlines: headlinesOf(stories), stories: stories.length }
  const words = say('buy-edition-opens', { date, stories: stories.length })
  const already = page.isOpenNow && html`<p class="about">${say('buy-edition-open-now')}</p>`
  return html`<div class="for-sale">${cover(tongue, card, { sizes: '9rem', first: true })}<div><h3><a href="${href(addresses.edition, names)}" ${spokenIn(publication.language)}>${publication.title}</a></h3><p>${words}</p>${already}</div></div>`
}

function agreeForm(tongue: Tongue, page: BuyEditionPage, price: string): Html {
  const { say, locale } = tongue
  const { publication, edition, returnTo, isMissing } = page
  const { minor, currency } = page.price
  const sends = {
    publication: publication.slug,
    edition: edition.slug,
    return: returnTo,
    told: `${minor} ${currency}`,
  }
  const hidden = Object.entries(sends).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const words = agreementIn(tongue)
  const wrong = isMissing ? html`aria-invalid="true" aria-describedby="agree-error"` : ''
  const error =
    isMissing && html`<p class="error" id="agree-error">${say('buy-edition-not-agreed')}</p>`
  const at = href(addresses.buy, { locale: locale.name })
  return html`<form class="form" method="post" action="${at}">${hidden}<div class="field agree"><label><input type="checkbox" name="agree" value="${markOf(words)}" required ${wrong}><span>${words}</span></label>${error}</div><button type="submit" class="button first">${say('buy-once-go', { price })}</button></form>`
}
